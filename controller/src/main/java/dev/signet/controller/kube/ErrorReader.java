package dev.signet.controller.kube;

import dev.signet.crds.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an error of a refusal: of its code, and of the Status object that mostly comes with it. */
final class ErrorReader {
  private ErrorReader() {}

  /** An answer with its body, and what its Retry-After header says. */
  static ApiError read(Request request, int code, byte[] body, @Nullable String retryAfter) {
    Optional<ObjectNode> status =
        Json.readObject(body).filter(tree -> tree.path("kind").stringValue("").equals("Status"));
    return status
        .map(tree -> isAbout(request, tree) ? notFound(tree) : read(code, tree, retryAfter))
        .orElseGet(() -> error(code, "", "HTTP " + code, seconds(retryAfter)));
  }

  /** A Status that came within a watch, which has the code of its own. */
  static ApiError read(JsonNode status) {
    return read((int) status.path("code").asLong(0), status, null);
  }

  private static boolean isAbout(Request request, JsonNode status) {
    JsonNode details = status.path("details");
    return status.path("reason").stringValue("").equals("NotFound")
        && request.isFor(
            details.path("kind").stringValue(""), details.path("name").stringValue(""));
  }

  private static ApiError notFound(JsonNode status) {
    return new ApiError.NotFound(status.path("message").stringValue("HTTP 404"));
  }

  private static ApiError read(int code, JsonNode status, @Nullable String retryAfter) {
    String message = status.path("message").stringValue("");
    JsonNode details = status.path("details");
    Duration after = seconds(retryAfter);
    if (after.isZero()) {
      after = Duration.ofSeconds(details.path("retryAfterSeconds").asLong(0));
    }
    boolean terminating =
        details.path("causes").values().stream()
            .anyMatch(cause -> cause.path("reason").stringValue("").equals("NamespaceTerminating"));
    String reason = terminating ? "NamespaceTerminating" : status.path("reason").stringValue("");
    return error(code, reason, message.isEmpty() ? "HTTP " + code : message, after);
  }

  private static ApiError error(int code, String reason, String message, Duration after) {
    return switch (code) {
      case 401 -> new ApiError.Unauthorized(message);
      case 403 ->
          reason.equals("NamespaceTerminating")
              ? new ApiError.NamespaceTerminating(message)
              : new ApiError.Forbidden(message);
      case 404 -> new ApiError.NoSuchPlace(message);
      case 409 ->
          reason.equals("AlreadyExists")
              ? new ApiError.AlreadyExists(message)
              : new ApiError.Conflict(message);
      case 410 -> new ApiError.Gone(message);
      case 429 -> new ApiError.TooManyRequests(message, after);
      default ->
          code >= 400 && code < 500
              ? new ApiError.Invalid(message)
              : new ApiError.ServerError(code, message);
    };
  }

  private static Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,6}")
        ? Duration.ofSeconds(Integer.parseInt(retryAfter))
        : Duration.ZERO;
  }
}
