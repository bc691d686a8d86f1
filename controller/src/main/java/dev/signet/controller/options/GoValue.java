package dev.signet.controller.options;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as Go's strconv and time packages read them, faults in their words: people's manifests
 * were written against those.
 */
final class GoValue {
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

  // An underscore stands between digits, or between prefix and digits, as in Go source.
  private static final Pattern INTEGER =
      Pattern.compile(
          "([+-]?)(?:0[xX]((?:_?[0-9a-fA-F])+)|0[oO]((?:_?[0-7])+)|0[bB]((?:_?[01])+)"
              + "|0((?:_?[0-7])+)|(0|[1-9](?:_?[0-9])*))");
  private static final int[] RADIX_OF_GROUP = {0, 0, 16, 8, 2, 8, 10};

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)([^\\d.]*)");
  private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toNanos());
  private static final Map<String, BigDecimal> NANOS_OF_UNIT =
      Map.of(
          "ns", BigDecimal.ONE,
          "us", BigDecimal.valueOf(1_000),
          "µs", BigDecimal.valueOf(1_000), // U+00B5, micro sign
          "μs", BigDecimal.valueOf(1_000), // U+03BC, Greek mu
          "ms", BigDecimal.valueOf(1_000_000),
          "s", BigDecimal.valueOf(1_000_000_000),
          "m", BigDecimal.valueOf(Duration.ofMinutes(1).toNanos()),
          "h", BigDecimal.valueOf(Duration.ofHours(1).toNanos()),
          // Not Go's: everybody writes key periods in days.
          "d", DAY);

  private GoValue() {}

  static boolean bool(String text) throws BadValueException {
    if (TRUE.contains(text)) {
      return true;
    }
    if (FALSE.contains(text)) {
      return false;
    }
    throw syntax("ParseBool", text);
  }

  static long integer(String text) throws BadValueException {
    Matcher matcher = INTEGER.matcher(text);
    if (!matcher.matches()) {
      throw syntax("ParseInt", text);
    }
    BigInteger value = BigInteger.ZERO;
    for (int group = 2; group < RADIX_OF_GROUP.length; group++) {
      String digits = matcher.group(group);
      if (digits != null) {
        value = new BigInteger(digits.replace("_", ""), RADIX_OF_GROUP[group]);
      }
    }
    if (matcher.group(1).equals("-")) {
      value = value.negate();
    }
    if (value.bitLength() > 63) {
      throw range("ParseInt", text);
    }
    return value.longValue();
  }

  static float decimal(String text) throws BadValueException {
    if (!DECIMAL.matcher(text).matches()) {
      throw syntax("ParseFloat", text);
    }
    float value = Float.parseFloat(text);
    if (Float.isInfinite(value)) {
      throw range("ParseFloat", text);
    }
    return value;
  }

  /** A sign, then numbers with units, added up; or a bare 0. */
  static Duration duration(String text) throws BadValueException {
    boolean negative = text.startsWith("-");
    String parts = negative || text.startsWith("+") ? text.substring(1) : text;
    if (parts.equals("0")) {
      return Duration.ZERO;
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher matcher = NUMBER_AND_UNIT.matcher(parts);
    int end = 0;
    while (matcher.lookingAt()) {
      nanos = nanos.add(new BigDecimal("0" + matcher.group(1)).multiply(nanosOf(matcher, text)));
      end = matcher.end();
      matcher.region(end, parts.length());
    }
    if (parts.isEmpty() || end < parts.length()) {
      throw new BadValueException("time: invalid duration " + quote(text));
    }
    try {
      long whole = nanos.toBigInteger().longValueExact();
      return Duration.ofNanos(negative ? -whole : whole);
    } catch (ArithmeticException _) {
      throw new BadValueException("time: invalid duration " + quote(text));
    }
  }

  private static BigDecimal nanosOf(Matcher matcher, String text) throws BadValueException {
    String unit = matcher.group(2);
    if (unit.isEmpty()) {
      throw new BadValueException("time: missing unit in duration " + quote(text));
    }
    BigDecimal nanos = NANOS_OF_UNIT.get(unit);
    if (nanos == null) {
      throw new BadValueException(
          "time: unknown unit %s in duration %s".formatted(quote(unit), quote(text)));
    }
    return nanos;
  }

  /** In double quotes, control characters escaped, so that one line stays one line. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (Character.isISOControl(c)) {
            quoted.append("\\x%02x".formatted((int) c).toLowerCase(Locale.ROOT));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static BadValueException syntax(String function, String text) {
    return new BadValueException(
        "strconv.%s: parsing %s: invalid syntax".formatted(function, quote(text)));
  }

  private static BadValueException range(String function, String text) {
    return new BadValueException(
        "strconv.%s: parsing %s: value out of range".formatted(function, quote(text)));
  }
}
