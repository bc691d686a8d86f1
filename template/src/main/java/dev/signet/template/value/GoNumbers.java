package dev.signet.template.value;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Go's strconv reads them, with prefixes and underscores. */
public final class GoNumbers {
  private static final Pattern INTEGER =
      Pattern.compile(
          "(?:0[xX](?<hex>(?:_?[0-9a-fA-F])+)|0[bB](?<binary>(?:_?[01])+)"
              + "|0[oO](?<octal>(?:_?[0-7])+)|0(?<zero>(?:_?[0-7])+)"
              + "|(?<decimal>0|[1-9](?:_?[0-9])*))");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:(?:[0-9](?:_?[0-9])*\\.?(?:[0-9](?:_?[0-9])*)?|\\.[0-9](?:_?[0-9])*)"
              + "(?:[eE][+-]?[0-9](?:_?[0-9])*)?"
              + "|0[xX]_?(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*\\.?(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?"
              + "|\\.[0-9a-fA-F](?:_?[0-9a-fA-F])*)[pP][+-]?[0-9](?:_?[0-9])*)");
  private static final Pattern NAMED = Pattern.compile("[+-]?(?i:inf|infinity)|(?i:nan)");

  /** Longer ones are out of range whatever they say, and cost time to read. */
  private static final int LONGEST = 400;

  private static final BigInteger SIGNED_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SIGNED_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final int UNSIGNED_BITS = 64;

  private GoNumbers() {}

  /** A signed integer whose base stands in its prefix. */
  public static OptionalLong signed(String text) {
    boolean isNegative = text.startsWith("-");
    BigInteger size = size(isNegative || text.startsWith("+") ? text.substring(1) : text);
    if (size == null) {
      return OptionalLong.empty();
    }
    BigInteger number = isNegative ? size.negate() : size;
    return number.compareTo(SIGNED_MAX) > 0 || number.compareTo(SIGNED_MIN) < 0
        ? OptionalLong.empty()
        : OptionalLong.of(number.longValue());
  }

  /** An unsigned integer whose base stands in its prefix. */
  public static OptionalLong unsigned(String text) {
    BigInteger size = size(text);
    return size == null || size.bitLength() > UNSIGNED_BITS
        ? OptionalLong.empty()
        : OptionalLong.of(size.longValue());
  }

  /** A float, unless it is out of range. */
  public static OptionalDouble real(String text) {
    if (NAMED.matcher(text).matches()) {
      return OptionalDouble.of(named(text));
    }
    if (text.length() > LONGEST || !FLOAT.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text.replace("_", ""));
    return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private static double named(String text) {
    if (text.endsWith("n") || text.endsWith("N")) {
      return Double.NaN;
    }
    return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static @Nullable BigInteger size(String text) {
    var matcher = INTEGER.matcher(text.length() > LONGEST ? "" : text);
    if (!matcher.matches()) {
      return null;
    }
    for (var base : Map.of("hex", 16, "binary", 2, "octal", 8, "zero", 8).entrySet()) {
      String digits = matcher.group(base.getKey());
      if (digits != null) {
        return new BigInteger(digits.replace("_", ""), base.getValue());
      }
    }
    return new BigInteger(matcher.group("decimal").replace("_", ""));
  }
}
