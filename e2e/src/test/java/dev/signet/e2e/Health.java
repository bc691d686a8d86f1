package dev.signet.e2e;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How the two GitOps tools read a SealedSecret, written down from their rules. */
final class Health {
  private Health() {}

  /** The check that Argo CD ships for SealedSecrets: the first condition of type Synced decides. */
  static String argo(JsonNode object) {
    return switch (condition(object, "Synced").orElse("none")) {
      case "True" -> "Healthy";
      case "False" -> "Degraded";
      default -> "Progressing";
    };
  }

  /** The kstatus library, which Flux uses for every type. */
  static String flux(JsonNode object) {
    if (object.path("metadata").has("deletionTimestamp")) {
      return "Terminating";
    }
    JsonNode observed = object.at("/status/observedGeneration");
    if (!observed.isMissingNode() && !observed.equals(object.at("/metadata/generation"))) {
      return "InProgress";
    }
    if (condition(object, "Stalled").equals(Optional.of("True"))) {
      return "Failed";
    }
    if (condition(object, "Reconciling").equals(Optional.of("True"))) {
      return "InProgress";
    }
    return condition(object, "Ready").orElse("True").equals("True") ? "Current" : "InProgress";
  }

  private static Optional<String> condition(JsonNode object, String type) {
    return object
        .at("/status/conditions")
        .valueStream()
        .filter(it -> it.path("type").asString("").equals(type))
        .map(it -> it.path("status").asString(""))
        .findFirst();
  }
}
