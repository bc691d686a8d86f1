package dev.signet.cli.cluster;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes and reads them (https://pkg.go.dev/time#ParseDuration). */
final class GoDuration {
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000 * MICROSECOND;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final Map<String, Long> NANOSECONDS =
      Map.of(
          "ns", 1L,
          "us", MICROSECOND,
          "µs", MICROSECOND,
          "μs", MICROSECOND,
          "ms", MILLISECOND,
          "s", SECOND,
          "m", MINUTE,
          "h", HOUR);
  private static final Pattern WHOLE = Pattern.compile("([-+]?)((?:[0-9.]+[^0-9.]+)+|0)");
  private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([^0-9.]+)");

  private GoDuration() {}

  /** Reads {@code 1h2m3.5s}; empty if it is none, or more than fits into 63 bits of nanoseconds. */
  static Optional<Duration> parse(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    String parts = whole.group(2);
    BigDecimal sum = BigDecimal.ZERO;
    int end = parts.equals("0") ? 1 : 0;
    for (Matcher part = PART.matcher(parts); part.lookingAt(); part.region(end, parts.length())) {
      Long unit = NANOSECONDS.get(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
      end = part.end();
    }
    if (end < parts.length() || sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return Optional.empty();
    }
    Duration duration = Duration.ofNanos(sum.longValue());
    return Optional.of(whole.group(1).equals("-") ? duration.negated() : duration);
  }

  /** The shortest form with no unit left out in the middle: {@code 1m30s}, {@code 500ms}. */
  static String text(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    String sign = duration.isNegative() ? "-" : "";
    long nanoseconds = duration.abs().toNanos();
    if (nanoseconds < MICROSECOND) {
      return sign + nanoseconds + "ns";
    }
    if (nanoseconds < MILLISECOND) {
      return sign + count(nanoseconds, MICROSECOND) + "µs";
    }
    if (nanoseconds < SECOND) {
      return sign + count(nanoseconds, MILLISECOND) + "ms";
    }
    long hours = nanoseconds / HOUR;
    long minutes = nanoseconds / MINUTE % 60;
    String seconds = count(nanoseconds % MINUTE, SECOND) + "s";
    if (hours > 0) {
      return sign + hours + "h" + minutes + "m" + seconds;
    }
    return sign + (minutes > 0 ? minutes + "m" : "") + seconds;
  }

  private static String count(long nanoseconds, long unit) {
    return BigDecimal.valueOf(nanoseconds)
        .divide(BigDecimal.valueOf(unit))
        .stripTrailingZeros()
        .toPlainString();
  }
}
