package dev.signet.template.time;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.math.BigInteger;
import java.util.Map;

/** Durations, which are nanoseconds. */
public final class Durations {
  private static final String OUT_OF_RANGE = "time: invalid duration";

  /** Micro is written with either of two characters, here as octets. */
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00c2\u00b5s", 1_000L,
          "\u00ce\u00bcs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private static final BigInteger MOST = BigInteger.TWO.pow(63);
  private static final int MOST_DIGITS = 19;

  private Durations() {}

  public static Value.Int value(long nanos) {
    return new Value.Int(nanos, Type.DURATION);
  }

  /** As {@code -1h30m} or {@code 1.5s}. */
  public static long read(String octets) throws BadTimeException {
    boolean isNegative = octets.startsWith("-");
    int start = isNegative || octets.startsWith("+") ? 1 : 0;
    if (octets.substring(start).equals("0")) {
      return 0;
    }
    if (start == octets.length()) {
      throw new BadTimeException(OUT_OF_RANGE);
    }
    BigInteger sum = BigInteger.ZERO;
    for (int position = start; position < octets.length(); ) {
      int end = numberEnd(octets, position);
      int unitEnd = unitEnd(octets, end);
      sum = sum.add(part(octets.substring(position, end), octets.substring(end, unitEnd)));
      if (sum.compareTo(MOST) > 0) {
        throw new BadTimeException(OUT_OF_RANGE);
      }
      position = unitEnd;
    }
    if (!isNegative && sum.compareTo(MOST) == 0) {
      throw new BadTimeException(OUT_OF_RANGE);
    }
    return isNegative ? sum.negate().longValue() : sum.longValue();
  }

  private static int numberEnd(String octets, int start) {
    int end = start;
    while (end < octets.length() && isOfNumber(octets.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int unitEnd(String octets, int start) {
    int end = start;
    while (end < octets.length() && !isOfNumber(octets.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfNumber(char octet) {
    return (octet >= '0' && octet <= '9') || octet == '.';
  }

  private static BigInteger part(String number, String unitName) throws BadTimeException {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point + 1);
    if ((whole.isEmpty() && fraction.isEmpty()) || fraction.indexOf('.') >= 0) {
      throw new BadTimeException(OUT_OF_RANGE);
    }
    Long unit = UNITS.get(unitName);
    if (unit == null) {
      throw new BadTimeException(
          unitName.isEmpty() ? "time: missing unit in duration" : "time: unknown unit in duration");
    }
    BigInteger size = whole.isEmpty() ? BigInteger.ZERO : new BigInteger(shortened(whole));
    if (size.compareTo(MOST.divide(BigInteger.valueOf(unit))) > 0) {
      throw new BadTimeException(OUT_OF_RANGE);
    }
    return size.multiply(BigInteger.valueOf(unit)).add(fraction(fraction, unit));
  }

  /** Whatever has more digits is out of range in any case. */
  private static String shortened(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.substring(0, Math.min(significant.length(), MOST_DIGITS + 1));
  }

  /** In binary floating point, as Go does it; digits beyond 64 bits do not count. */
  private static BigInteger fraction(String digits, long unit) {
    long number = 0;
    double scale = 1;
    for (int index = 0; index < digits.length() && number <= Long.MAX_VALUE / 10; index++) {
      long next = number * 10 + digits.charAt(index) - '0';
      if (next < 0) {
        break;
      }
      number = next;
      scale *= 10;
    }
    return BigInteger.valueOf((long) (number * (unit / scale)));
  }

  /** To a multiple, away from zero when halfway. */
  public static long rounded(long nanos, long unit) {
    if (unit <= 0) {
      return nanos;
    }
    long rest = nanos % unit;
    long size = Math.abs(rest);
    if (size < unit - size) {
      return nanos - rest;
    }
    long up = nanos < 0 ? nanos + size - unit : nanos - size + unit;
    boolean isOver = nanos < 0 ? up > nanos : up < nanos;
    return isOver ? (nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : up;
  }

  /** Toward zero to a multiple. */
  public static long truncated(long nanos, long unit) {
    return unit <= 0 ? nanos : nanos - nanos % unit;
  }
}
