package dev.signet.controller.kube.watch;

import dev.signet.controller.queue.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When watches end and begin again.
 *
 * <p>A watch is asked to end after {@code shortest} to {@code longest}, and is given up {@code
 * grace} later. The sum is how long a connection that was cut without a word can go unnoticed where
 * all other connections are well, so it is below a minute.
 *
 * @param steady a watch that lived so long was a good one
 */
public record WatchTiming(
    Duration shortest, Duration longest, Duration grace, Duration steady, Pauses pauses) {
  /**
   * What lies between two tries.
   *
   * @param unreachable of a server that does not answer
   * @param refused of one that says no
   * @param longestAsked what a server that asks to be left alone gets at most
   * @param betweenComplaints least time between two lines about the same trouble
   */
  public record Pauses(
      Backoff unreachable, Backoff refused, Duration longestAsked, Duration betweenComplaints) {}

  public static WatchTiming usual() {
    return new WatchTiming(
        Duration.ofSeconds(35),
        Duration.ofSeconds(45),
        Duration.ofSeconds(8),
        Duration.ofSeconds(5),
        new Pauses(
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5)),
            new Backoff(Duration.ofMillis(800), Duration.ofSeconds(30)),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1)));
  }

  /** At least a second: the server knows no smaller unit, and zero is none. */
  long seconds(RandomGenerator random) {
    long from = shortest.toSeconds();
    return Math.max(1, random.nextLong(from, Math.max(from, longest.toSeconds()) + 1));
  }
}
