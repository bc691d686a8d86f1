package dev.signet.e2e.scenario;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what is seen at one expect against what was recorded there. */
final class Comparison {
  private static final JsonNode ABSENT = Json.read("null");

  private final Snapshot seen;
  private final Normal normal;
  private final List<String> differences = new ArrayList<>();

  Comparison(Snapshot seen, Normal normal) {
    this.seen = seen;
    this.normal = normal;
  }

  /** In words; none if all is as it was recorded. */
  List<String> differences() {
    return differences;
  }

  Comparison secret(JsonNode recorded) {
    return differ("secret", recorded, seen.secret().map(normal::secret).orElse(ABSENT));
  }

  Comparison status(JsonNode recorded) {
    if (recorded.at("/status/conditions/0/message").isString()) {
      ObjectNode condition = (ObjectNode) recorded.at("/status/conditions/0");
      condition.put("message", Normal.sorted(condition.path("message").asString()));
    }
    return differ("status", recorded, seen.sealedSecret().map(normal::status).orElse(ABSENT));
  }

  /**
   * Each success counts. Failures are repeated by chance, so of them only what they say, and only
   * where failure lasted: one in passing may also not have been.
   */
  Comparison events(JsonNode recorded) {
    differ("successes", successes(recorded.valueStream()), successes(seen.events().stream()));
    boolean failed = seen.sealedSecret().map(Namespace::synced).orElse("").equals("False");
    return failed
        ? differ("failures", failures(recorded.valueStream()), failures(seen.events().stream()))
        : this;
  }

  private Map<JsonNode, Long> successes(Stream<JsonNode> events) {
    return events
        .filter(it -> !Snapshot.isFailure(it))
        .map(normal::event)
        .collect(groupingBy(identity(), counting()));
  }

  private Set<JsonNode> failures(Stream<JsonNode> events) {
    return events.filter(Snapshot::isFailure).map(normal::event).collect(toSet());
  }

  private Comparison differ(String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      differences.add("%s:\n  recorded %s\n  seen     %s".formatted(what, wanted, found));
    }
    return this;
  }
}
