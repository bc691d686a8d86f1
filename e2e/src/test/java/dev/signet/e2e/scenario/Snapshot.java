package dev.signet.e2e.scenario;

import static java.util.stream.Collectors.joining;

import dev.signet.e2e.cluster.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All that a scenario compares, as it was at one moment. */
record Snapshot(Optional<JsonNode> secret, Optional<JsonNode> sealedSecret, List<JsonNode> events) {

  static Snapshot take(Namespace namespace, String name) {
    return new Snapshot(
        namespace.secret(name), namespace.sealedSecret(name), namespace.events(name));
  }

  /** Changes when something happens; that a failure was counted once more is no happening. */
  String signature() {
    String seen =
        events.stream()
            .map(it -> it.at("/metadata/uid") + (isFailure(it) ? "" : it.path("count").toString()))
            .sorted()
            .collect(joining());
    return secret + "\n" + sealedSecret + "\n" + seen;
  }

  Stream<JsonNode> failures() {
    return events.stream().filter(Snapshot::isFailure);
  }

  static boolean isFailure(JsonNode event) {
    return event.path("type").asString("").equals("Warning");
  }

  String message() {
    return sealedSecret.map(it -> it.at("/status/conditions/0/message").asString("")).orElse("");
  }
}
