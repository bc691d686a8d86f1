package dev.signet.cli.cluster;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long one question may take, its repetitions included. */
sealed interface TimeLimit {
  /** Nobody asked for one. An API server that cannot reach a pod takes about twice as long. */
  record Usual() implements TimeLimit {
    static final Duration DURATION = Duration.ofSeconds(15);
  }

  /**
   * What {@code --request-timeout} says.
   *
   * @param duration none at all if it is zero or negative
   */
  record Asked(Duration duration) implements TimeLimit {}

  Pattern NUMBER = Pattern.compile("\\+?\\d{1,19}");

  /**
   * Reads a value of the flag: a Go duration or a bare number of seconds.
   *
   * @param text empty if the flag was not given
   */
  static TimeLimit parse(String text) throws UnusableException {
    if (text.isEmpty()) {
      return new Usual();
    }
    Optional<Duration> duration = seconds(text).or(() -> GoDuration.parse(text));
    if (duration.isEmpty()) {
      throw new UnusableException(
          "Invalid timeout value. Timeout must be a single integer in seconds, or an integer"
              + " followed by a corresponding time unit (e.g. 1s | 2m | 3h)");
    }
    return new Asked(duration.get());
  }

  private static Optional<Duration> seconds(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE / 2
        ? Optional.of(Duration.ofSeconds(number.longValue()))
        : Optional.empty();
  }

  /** Empty if there is no limit. */
  default Optional<Duration> limit() {
    return switch (this) {
      case Usual() -> Optional.of(Usual.DURATION);
      case Asked(Duration asked) -> asked.isPositive() ? Optional.of(asked) : Optional.empty();
    };
  }

  /** What the API server is told, so that it gives up at the same time; empty for nothing. */
  default String query() {
    return switch (this) {
      case Usual() -> "";
      case Asked(Duration asked) -> asked.isZero() ? "" : "timeout=" + encoded(asked);
    };
  }

  private static String encoded(Duration duration) {
    // Only the unit of microseconds has a letter that an address cannot have.
    return GoDuration.text(duration).replace("µ", "%C2%B5");
  }
}
