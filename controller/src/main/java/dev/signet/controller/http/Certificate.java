package dev.signet.controller.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The certificate that is sealed with now. */
public final class Certificate {
  private Certificate() {}

  /**
   * The endpoint that kubeseal asks.
   *
   * @param latest as PEM; empty while there is no key
   */
  public static Endpoint endpoint(Supplier<Optional<String>> latest) {
    return Endpoint.get(
        "/v1/cert.pem",
        question ->
            latest
                .get()
                .map(pem -> answer(pem, question.header("If-None-Match")))
                .orElseGet(() -> Answer.error(500, "cannot get certificate\n")));
  }

  private static Answer answer(String pem, @Nullable String known) {
    String tag = "\"" + hash(pem) + "\"";
    Answer answer =
        isKnown(tag, known)
            ? new Answer(304, Map.of(), "")
            : Answer.of(200, "application/x-pem-file", pem);
    // Kept, but asked for each time: one that is out of date seals for a key that may be gone.
    return answer.with("ETag", tag).with("Cache-Control", "no-cache");
  }

  /** RFC 9110, section 13.1.2: any of a list, weak ones too, or whatever there is. */
  private static boolean isKnown(String tag, @Nullable String known) {
    return known != null
        && Arrays.stream(known.split(",", -1))
            .map(String::strip)
            .anyMatch(it -> it.equals("*") || it.equals(tag) || it.equals("W/" + tag));
  }

  private static String hash(String pem) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(pem.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
