package dev.signet.controller.metrics;

import java.math.BigDecimal;

/** Numbers as Go's {@code strconv.FormatFloat(x, 'g', -1, 64)} prints them. */
final class GoNumber {
  /** Go's precision for this decision, where the shortest form is asked for. */
  private static final int LONGEST = 6;

  private GoNumber() {}

  static String of(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    if (number == 0) {
      return Math.copySign(1, number) < 0 ? "-0" : "0";
    }
    // The digits of Java's shortest form are Go's; where the point goes is not.
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < -4 || exponent >= LONGEST
        ? scientific(shortest, exponent)
        : shortest.toPlainString();
  }

  private static String scientific(BigDecimal shortest, int exponent) {
    BigDecimal mantissa = shortest.movePointLeft(exponent).stripTrailingZeros();
    return "%se%s%02d"
        .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
