package dev.signet.controller.kube.lease;

import java.time.Duration;

/**
 * When a lease is renewed and lost.
 *
 * @param lease how long others leave it alone after they saw it renewed
 * @param deadline how long the holder goes on without having renewed it: shorter, so that it stops
 *     before another begins
 * @param between tries
 */
public record LeaseTiming(Duration lease, Duration deadline, Duration between) {
  public LeaseTiming {
    if (lease.compareTo(deadline) <= 0 || deadline.compareTo(between) <= 0) {
      throw new IllegalArgumentException("lease > deadline > time between tries must hold");
    }
  }

  public static LeaseTiming usual() {
    return new LeaseTiming(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  /**
   * For the client that sends the requests: two that get no answer must fit before the deadline, or
   * one connection that went silent would cost the lease.
   */
  public Duration answerWithin() {
    return deadline.multipliedBy(2).dividedBy(5);
  }
}
