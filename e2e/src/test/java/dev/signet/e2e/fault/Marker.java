package dev.signet.e2e.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A plaintext of 32 bytes that nothing else contains, and every form in which it could come out.
 * Two kinds: random bytes, as real keys are, and letters, which no log and no JSON escapes.
 */
public final class Marker {
  private static final int SIZE = 32;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private final byte[] bytes;

  private Marker(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Marker ofBytes() {
    byte[] bytes = new byte[SIZE];
    RandomGenerator.getDefault().nextBytes(bytes);
    return new Marker(bytes);
  }

  public static Marker ofLetters() {
    RandomGenerator random = RandomGenerator.getDefault();
    byte[] bytes = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bytes[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return new Marker(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Each byte a character; of letters, those. */
  public String text() {
    return new String(bytes, ISO_8859_1);
  }

  /** The forms that occur in a text; none if it kept the secret. */
  public List<String> in(String haystack) {
    return forms().filter(haystack::contains).toList();
  }

  /**
   * As it is, read in either encoding, in hexadecimal, as decimal numbers, and in both alphabets of
   * base64 at each place in its groups.
   */
  Stream<String> forms() {
    String hex = HexFormat.of().formatHex(bytes);
    return Stream.concat(
        Stream.of(
            text(),
            new String(bytes, UTF_8),
            hex,
            hex.toUpperCase(Locale.ROOT),
            decimals(", "),
            decimals(" ")),
        Stream.of(0, 1, 2)
            .flatMap(
                before ->
                    Stream.of(
                        base64(Base64.getEncoder(), before),
                        base64(Base64.getUrlEncoder(), before))));
  }

  private String decimals(String separator) {
    StringBuilder all = new StringBuilder();
    for (byte it : bytes) {
      all.append(it).append(separator);
    }
    return all.substring(0, all.length() - separator.length());
  }

  /** What base64 shows of the bytes whatever stands before and behind them. */
  private String base64(Base64.Encoder encoder, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String all = encoder.withoutPadding().encodeToString(shifted);
    int first = (before * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    return all.substring(first, last);
  }
}
