package dev.signet.controller.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a key waits after a failure: twice as long as before, up to a limit. A fifth of it is
 * chance, so that what failed together does not come back together.
 */
public record Backoff(Duration first, Duration longest) {
  private static final double CHANCE = 0.2;

  /** Doubling beyond this is beyond any limit. */
  private static final int MOST_DOUBLINGS = 40;

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("no backoff from %s to %s".formatted(first, longest));
    }
  }

  /** From 5 ms to 5 min. */
  public static Backoff usual() {
    return new Backoff(Duration.ofMillis(5), Duration.ofMinutes(5));
  }

  /**
   * The wait before the next try.
   *
   * @param failures in a row, at least one
   */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    double doubled = (double) first.toNanos() * Math.pow(2, doublings);
    double nanos = Math.min(doubled, (double) longest.toNanos());
    return Duration.ofNanos((long) (nanos * (1 - CHANCE * random.nextDouble())));
  }
}
