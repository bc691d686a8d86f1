package dev.signet.cli.manifest;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Prints floating point numbers with as few digits as tell them apart, in the layouts of Go's
 * {@code strconv.FormatFloat} and {@code encoding/json}.
 */
final class GoNumber {
  private GoNumber() {}

  /** Format {@code 'g'} of a 32-bit number: what stands where a string is wanted. */
  static String general32(double value) {
    float single = (float) value;
    if (Float.isInfinite(single) || Float.isNaN(single)) {
      return special(value);
    }
    return general(shortest(new BigDecimal(Float.toString(single)), single), value);
  }

  /** Format {@code 'g'} of a 64-bit number: how YAML is written. */
  static String general64(double value) {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      return special(value);
    }
    return general(new BigDecimal(Double.toString(value)), value);
  }

  /** How JSON is written: plain from a millionth up to 21 digits. */
  static String json(double value) {
    BigDecimal digits = normal(new BigDecimal(Double.toString(value)));
    double size = Math.abs(value);
    if (size == 0 || (size >= 1e-6 && size < 1e21)) {
      return sign(value) + digits.abs().toPlainString();
    }
    return sign(value) + exponential(digits.abs(), 1);
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }

  /** Java prints two digits at least, even if one would do. */
  private static BigDecimal shortest(BigDecimal digits, float value) {
    if (normal(digits).precision() == 2) {
      BigDecimal one = digits.round(new MathContext(1));
      if (one.floatValue() == value) {
        return one;
      }
    }
    return digits;
  }

  private static String general(BigDecimal number, double value) {
    BigDecimal digits = normal(number).abs();
    int exponent = digits.precision() - digits.scale() - 1;
    boolean plain = digits.signum() == 0 || (exponent >= -4 && exponent < 6);
    return sign(value) + (plain ? digits.toPlainString() : exponential(digits, 2));
  }

  private static String exponential(BigDecimal digits, int exponentDigits) {
    String mantissa = digits.unscaledValue().toString();
    int exponent = mantissa.length() - digits.scale() - 1;
    String fraction = mantissa.length() > 1 ? "." + mantissa.substring(1) : "";
    String size = Integer.toString(Math.abs(exponent));
    return mantissa.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - size.length()))
        + size;
  }

  private static BigDecimal normal(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }
}
