package dev.signet.cli.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a question has been asked for long enough. The time runs from when the first request is on
 * its way: what a program needs to get ready, the server should not have to make up for.
 */
final class Deadline {
  private final Optional<Duration> limit;
  private final Clock clock;
  private @Nullable Instant start;

  /**
   * Makes a deadline.
   *
   * @param limit empty if there is none
   */
  Deadline(Optional<Duration> limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** A request is on its way. Only the first one counts. */
  void begin() {
    if (start == null) {
      start = clock.instant();
    }
  }

  /** How much is left, which may be less than nothing; empty if there is no limit. */
  Optional<Duration> left() {
    Instant now = clock.instant();
    Instant since = start == null ? now : start;
    return limit.map(it -> it.minus(Duration.between(since, now)));
  }

  /** Whether there is still time for something behind a pause. */
  boolean allows(Duration pause) {
    return left().filter(it -> it.compareTo(pause) <= 0).isEmpty();
  }
}
