package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that is no success, in client-go's words
 * (https://github.com/kubernetes/apimachinery/blob/v0.36.2/pkg/api/errors/errors.go).
 *
 * @param code of the Status object in the body if there is one, else of the answer
 * @param isStated whether there is one: then the API server itself said so, and no proxy
 */
record Refusal(int code, String why, boolean isStated) {
  private static final int LONGEST_TEXT = 2048;
  private static final Set<String> OBJECTS = Set.of("", "application/json", "application/yaml");

  /**
   * Puts an answer into words.
   *
   * @param service that was asked for: what stands behind {@code services/} in the path
   */
  static Refusal of(Incoming answer, Outgoing question, String service) {
    return status(answer)
        .orElseGet(() -> new Refusal(answer.status(), why(answer, question, service), false));
  }

  private static Optional<Refusal> status(Incoming answer) {
    if (!OBJECTS.contains(answer.mediaType())) {
      return Optional.empty();
    }
    return JsonObject.read(answer.body())
        .filter(object -> object.text("kind").equals("Status"))
        .filter(object -> object.text("status").equals("Failure"))
        .map(object -> new Refusal(code(object), object.text("message"), true));
  }

  private static int code(JsonObject status) {
    String code = status.text("code");
    return code.matches("\\d{1,3}") ? Integer.parseInt(code) : 0;
  }

  private static String why(Incoming answer, Outgoing question, String service) {
    String verb = question.isGet() ? "get" : "post";
    return text(answer.status(), said(answer)) + " (%s services %s)".formatted(verb, service);
  }

  private static String text(int code, String said) {
    return switch (code) {
      case 400 -> "the server rejected our request for an unknown reason";
      case 401 -> "the server has asked for the client to provide credentials";
      case 403, 415 -> said;
      case 404 -> "the server could not find the requested resource";
      case 405 -> "the server does not allow this method on the requested resource";
      case 406 ->
          said.isEmpty() || said.equals("unknown")
              ? "the server was unable to respond with a content type that the client supports"
              : said;
      case 409 -> "the server reported a conflict";
      case 422 -> "the server rejected our request due to an error in our request";
      case 429 -> "the server has received too many requests and has asked us to try again later";
      case 503 -> "the server is currently unable to handle the request";
      case 504 ->
          "the server was unable to return a response in the time allotted, but may still be"
              + " processing the request";
      default ->
          code >= 500
              ? "an error on the server (%s) has prevented the request from succeeding"
                  .formatted(quoted(said))
              : "the server responded with the status code %d but did not return more information"
                  .formatted(code);
    };
  }

  /** The text of the body; anything else is not for people. */
  private static String said(Incoming answer) {
    String type = answer.mediaType();
    if (!type.isEmpty() && !type.startsWith("text/")) {
      return "unknown";
    }
    byte[] body = answer.body();
    byte[] start = body.length > LONGEST_TEXT ? Arrays.copyOf(body, LONGEST_TEXT) : body;
    return new String(start, UTF_8).strip();
  }

  /** As Go quotes it, so that a body cannot change the terminal. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (c < ' ' || c == 0x7f) {
                    quoted.append("\\x%02x".formatted(c));
                  } else {
                    quoted.appendCodePoint(c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
