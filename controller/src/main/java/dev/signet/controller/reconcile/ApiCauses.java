package dev.signet.controller.reconcile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.kube.ApiError;
import dev.signet.crypto.Plaintext;
import java.util.Base64;
import java.util.Optional;

/** What of the API server's refusals is told to the owner of a SealedSecret. */
final class ApiCauses {
  /** Shorter values stand in many a text by chance. */
  private static final int SHORTEST_VALUE = 8;

  private static final String WITHHELD =
      "the API server refuses the Secret; its words are withheld, as they quote one of the values";

  /** As Kubernetes writes it in place of a value. */
  private static final String CONTENTS = "\"<secret contents redacted>\"";

  private ApiCauses() {}

  /**
   * The cause; empty for what is no fault of this object and passes, such as a server that does not
   * answer: that is in the log and the metrics, and no status could be written anyway.
   */
  static Optional<Cause> of(ApiError error, Wanted wanted) {
    Optional<Reason> reason =
        switch (error) {
          case ApiError.Invalid _ -> Optional.of(Reason.REFUSED);
          case ApiError.Forbidden _ -> Optional.of(Reason.FORBIDDEN);
          case ApiError.ServerError _ -> Optional.of(Reason.SERVER_ERROR);
          // Where the server has no such namespace, or the object is too large for it.
          case ApiError.NoSuchPlace _, ApiError.Gone _ -> Optional.of(Reason.SERVER_ERROR);
          case ApiError.NotFound _,
              ApiError.Conflict _,
              ApiError.AlreadyExists _,
              ApiError.NamespaceTerminating _,
              ApiError.Unauthorized _,
              ApiError.TooManyRequests _,
              ApiError.Unreachable _ ->
              Optional.empty();
        };
    return reason.map(it -> Cause.of(it, words(error, wanted)));
  }

  /** The server's own, unless it or a webhook of the cluster quotes what is in the Secret. */
  static String words(ApiError error, Wanted wanted) {
    String message = upToContents(error.message());
    boolean quotes =
        wanted.content().items().values().stream().anyMatch(item -> holds(message, item));
    return quotes ? WITHHELD : message;
  }

  /** Behind the place of the contents stands what a parser says of them, a character of theirs. */
  private static String upToContents(String message) {
    int contents = message.indexOf(CONTENTS);
    return contents < 0
        ? message
        : message.substring(0, contents) + CONTENTS + ": what is wrong with them is withheld";
  }

  private static boolean holds(String message, Plaintext item) {
    if (item.size() < SHORTEST_VALUE) {
      return false;
    }
    byte[] value = item.reveal();
    String raw = new String(message.getBytes(UTF_8), ISO_8859_1);
    return raw.contains(new String(value, ISO_8859_1))
        || message.contains(Base64.getEncoder().encodeToString(value));
  }
}
