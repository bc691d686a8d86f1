package dev.signet.template.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal digits of a float that is finite and not negative.
 *
 * @param digits without zeros at either end; empty for zero
 * @param point how many of them stand before the decimal point; may be negative or past the end
 */
record Decimal(String digits, int point) {
  /** The fewest digits that read back as the same number. */
  static Decimal shortest(double number) {
    BigDecimal exact = new BigDecimal(Double.toString(number));
    BigDecimal one = new BigDecimal(number).round(new MathContext(1, RoundingMode.HALF_EVEN));
    return of(one.doubleValue() == number ? one : exact);
  }

  /** Rounded to so many digits after the decimal point. */
  static Decimal fraction(double number, int digits) {
    BigDecimal exact = new BigDecimal(number);
    return of(digits < exact.scale() ? exact.setScale(digits, RoundingMode.HALF_EVEN) : exact);
  }

  /** Rounded to so many digits in all. */
  static Decimal significant(double number, int digits) {
    return of(new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  private static Decimal of(BigDecimal number) {
    if (number.signum() == 0) {
      return new Decimal("", 0);
    }
    BigDecimal stripped = number.stripTrailingZeros();
    String digits = stripped.unscaledValue().toString();
    return new Decimal(digits, digits.length() - stripped.scale());
  }

  /** The exponent of the first digit. */
  int exponent() {
    return digits.isEmpty() ? 0 : point - 1;
  }

  char digit(int index) {
    return index >= 0 && index < digits.length() ? digits.charAt(index) : '0';
  }
}
