package dev.signet.controller.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a new key is due. Times are those by which the latest key is found.
 *
 * @param period age of the latest key; zero for never
 * @param cutoff at start a key from before this is too old
 */
public record RenewalRules(Duration period, Optional<Instant> cutoff) {
  private static final Duration YOUNG = Duration.ofDays(1);

  sealed interface Plan {
    record MakeNow() implements Plan {}

    record MakeAt(Instant time) implements Plan {}

    record Keep() implements Plan {}
  }

  /** What is to be done about keys that were found so. */
  Plan plan(Keys keys, Instant now) {
    Optional<Instant> latest = keys.latestTime();
    if (latest.isEmpty()) {
      return new Plan.MakeNow();
    }
    if (period.isZero()) {
      return new Plan.Keep();
    }
    Instant due = latest.get().plus(period);
    return due.isAfter(now) ? new Plan.MakeAt(due) : new Plan.MakeNow();
  }

  /** Whether the latest key is from before the cutoff; asked once, at start. */
  boolean cutsOff(Keys keys, Instant now) {
    Optional<Instant> latest = keys.latestTime();
    if (cutoff.isEmpty() || latest.isEmpty() || !latest.get().isBefore(cutoff.get())) {
      return false;
    }
    // A cutoff still to come would make a key at every restart until then.
    return !isCutoffInFuture(now) || latest.get().isBefore(now.minus(YOUNG));
  }

  boolean isCutoffInFuture(Instant now) {
    return cutoff.filter(now::isBefore).isPresent();
  }
}
