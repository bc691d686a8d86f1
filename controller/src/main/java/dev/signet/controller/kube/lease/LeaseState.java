package dev.signet.controller.kube.lease;

import dev.signet.crds.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a Lease says.
 *
 * @param holder empty if nobody has it
 * @param renewed as it stands there: by another machine's clock, so good for comparing alone
 */
record LeaseState(
    String holder, Duration duration, String acquired, String renewed, long transitions) {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  static LeaseState read(JsonNode lease) {
    JsonNode spec = lease.path("spec");
    return new LeaseState(
        spec.path("holderIdentity").stringValue(""),
        Duration.ofSeconds(spec.path("leaseDurationSeconds").asLong(0)),
        spec.path("acquireTime").stringValue(""),
        spec.path("renewTime").stringValue(""),
        spec.path("leaseTransitions").asLong(0));
  }

  /** For a first holder. */
  static LeaseState taken(String holder, Duration duration, Instant now) {
    String time = MICROSECONDS.format(now);
    return new LeaseState(holder, duration, time, time, 0);
  }

  LeaseState renewedBy(String self, Duration newDuration, Instant now) {
    String time = MICROSECONDS.format(now);
    return self.equals(holder)
        ? new LeaseState(self, newDuration, acquired, time, transitions)
        : new LeaseState(self, newDuration, time, time, transitions + 1);
  }

  /** Free for whoever comes first. */
  LeaseState released(Instant now) {
    return new LeaseState(
        "", Duration.ofSeconds(1), acquired, MICROSECONDS.format(now), transitions);
  }

  ObjectNode toSpec() {
    ObjectNode spec =
        Json.object()
            .put("holderIdentity", holder)
            .put("leaseDurationSeconds", Math.max(1, duration.toSeconds()))
            .put("leaseTransitions", transitions)
            .put("renewTime", renewed);
    return acquired.isEmpty() ? spec : spec.put("acquireTime", acquired);
  }
}
