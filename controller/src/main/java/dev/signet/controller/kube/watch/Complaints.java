package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.Resource;
import dev.signet.controller.log.Log;
import java.time.Duration;
import java.util.Optional;

/**
 * What keeps one collection from being read, in words, and not too often: of the same thing a
 * cluster-wide collection complains once in a while, and that of one namespace once, as there may
 * be hundreds of them.
 */
final class Complaints {
  private final Resource resource;
  private final String namespace;
  private final Duration between;
  private final Log log;
  private volatile String current = "";
  private String said = "";
  private boolean outageSaid;
  private long saidAt;

  Complaints(Resource resource, String namespace, Duration between, Log log) {
    this.resource = resource;
    this.namespace = namespace;
    this.between = between;
    this.log = log;
  }

  Optional<String> current() {
    return current.isEmpty() ? Optional.empty() : Optional.of(current);
  }

  /** All is well. */
  void clear() {
    if (!said.isEmpty()) {
      log.info("watching " + name() + " again", "namespace", namespaces());
    }
    current = "";
    said = "";
    outageSaid = false;
  }

  void about(ApiError error) {
    current = "cannot watch %s%s: %s".formatted(name(), place(), error.message());
    boolean isOutage = isOutage(error);
    // What comes after an outage is what somebody has to do something about.
    boolean isNews = outageSaid && !isOutage;
    if (!isNews && !isDue(current)) {
      return;
    }
    said = current;
    outageSaid = isOutage;
    saidAt = System.nanoTime();
    log.error(
        "cannot watch " + name(),
        "namespace",
        namespaces(),
        "error",
        error.message(),
        "hint",
        hint(error));
  }

  private static boolean isOutage(ApiError error) {
    return error instanceof ApiError.Unreachable
        || error instanceof ApiError.ServerError
        || error instanceof ApiError.TooManyRequests;
  }

  private boolean isDue(String text) {
    if (!text.equals(said)) {
      // Of an outage each try may say something else.
      return said.isEmpty() || System.nanoTime() - saidAt >= between.toNanos();
    }
    return namespace.isEmpty() && System.nanoTime() - saidAt >= between.toNanos();
  }

  private String hint(ApiError error) {
    return switch (error) {
      case ApiError.Unauthorized _ -> "is the token of this service account still good?";
      case ApiError.Forbidden _ ->
          "grant get, list and watch on %s%s to this service account".formatted(name(), place());
      case ApiError.NoSuchPlace _ ->
          resource.group().isEmpty()
              ? "is this the address of an API server?"
              : "install the CustomResourceDefinition " + name();
      case ApiError.Unreachable _ -> "is the API server up, and can it be reached from here?";
      default -> "tried again until it works";
    };
  }

  private String name() {
    return resource.group().isEmpty()
        ? resource.plural()
        : resource.plural() + "." + resource.group();
  }

  private String namespaces() {
    return namespace.isEmpty() ? "(all)" : namespace;
  }

  private String place() {
    return namespace.isEmpty() ? "" : " in namespace " + namespace;
  }
}
