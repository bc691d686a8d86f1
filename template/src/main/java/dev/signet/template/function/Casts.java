package dev.signet.template.function;

import dev.signet.template.limit.Budget;
import dev.signet.template.value.GoNumbers;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.math.BigInteger;

/** Numbers of any value, as Sprig makes them: what is no number is zero. A text is charged. */
final class Casts {
  private static final double TWO_TO_63 = 0x1p63;

  private Casts() {}

  static long integer(Value value, Budget budget) {
    return switch (value) {
      case Value.Int(long bits, Type type) -> type == Type.DURATION ? 0 : bits;
      case Value.Real(double number) -> truncated(number);
      case Value.Bool(boolean isTrue) -> isTrue ? 1 : 0;
      case Value.Text(String octets) ->
          GoNumbers.signed(withoutZeroFraction(read(octets, budget))).orElse(0);
      default -> 0;
    };
  }

  static double real(Value value, Budget budget) {
    return switch (value) {
      case Value.Int(long bits, Type type) -> type == Type.DURATION ? 0 : real(bits, type);
      case Value.Real(double number) -> number;
      case Value.Bool(boolean isTrue) -> isTrue ? 1 : 0;
      case Value.Text(String octets) -> GoNumbers.real(read(octets, budget)).orElse(0);
      default -> 0;
    };
  }

  private static String read(String octets, Budget budget) {
    budget.read(octets.length());
    return octets;
  }

  /** Toward zero; what is out of range is the smallest integer, as on Go's usual processors. */
  static long truncated(double number) {
    return number >= -TWO_TO_63 && number < TWO_TO_63 ? (long) number : Long.MIN_VALUE;
  }

  private static double real(long bits, Type type) {
    return type.isUnsigned() && bits < 0
        ? new BigInteger(Long.toUnsignedString(bits)).doubleValue()
        : bits;
  }

  private static String withoutZeroFraction(String octets) {
    int end = octets.length();
    while (end > 0 && octets.charAt(end - 1) == '0') {
      end--;
    }
    boolean hasZeros = end < octets.length();
    return hasZeros && end > 0 && octets.charAt(end - 1) == '.'
        ? octets.substring(0, end - 1)
        : octets;
  }
}
