package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.FLOAT;
import static dev.signet.template.value.Type.INT;

import dev.signet.template.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Sprig's arithmetic on floats. Sums and products are computed in exact decimals. */
final class FloatFunctions {
  private static final int QUOTIENT_DIGITS = 16;

  private FloatFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("float64", List.of(ANY), call -> mapped(call, number -> number)),
        Function.of("ceil", List.of(ANY), call -> mapped(call, Math::ceil)),
        Function.of("floor", List.of(ANY), call -> mapped(call, Math::floor)),
        Function.of("round", List.of(ANY, INT), FLOAT, FloatFunctions::round),
        Function.of(
            "addf",
            List.of(),
            ANY,
            call -> exact(call, BigDecimal.ZERO, call.arguments(), BigDecimal::add)),
        Function.of(
            "add1f",
            List.of(ANY),
            call -> exact(call, BigDecimal.ONE, call.arguments(), BigDecimal::add)),
        Function.of("subf", List.of(ANY), ANY, call -> exact(call, BigDecimal::subtract)),
        Function.of("mulf", List.of(ANY), ANY, call -> exact(call, BigDecimal::multiply)),
        Function.of("divf", List.of(ANY), ANY, call -> exact(call, FloatFunctions::quotient)),
        Function.of("maxf", List.of(ANY), ANY, call -> chosen(call, FloatFunctions::larger)),
        Function.of("minf", List.of(ANY), ANY, call -> chosen(call, FloatFunctions::smaller)));
  }

  private static double real(Call call, int index) {
    return Casts.real(call.value(index), call.budget());
  }

  private static Value mapped(Call call, DoubleUnaryOperator operator) {
    return new Value.Real(operator.applyAsDouble(real(call, 0)));
  }

  private static Value exact(Call call, BinaryOperator<BigDecimal> operator) {
    return exact(call, decimal(call, call.value(0)), call.rest(1), operator);
  }

  /** Long decimals take time, so each step is charged by the digits that there are. */
  private static Value exact(
      Call call, BigDecimal start, List<Value> operands, BinaryOperator<BigDecimal> operator) {
    BigDecimal result = start;
    for (Value operand : operands) {
      call.budget().steps(1 + result.unscaledValue().bitLength() / Long.SIZE);
      result = operator.apply(result, decimal(call, operand));
    }
    return new Value.Real(result.doubleValue());
  }

  private static BigDecimal decimal(Call call, Value value) {
    double number = Casts.real(value, call.budget());
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new CallException(
          "Cannot create a Decimal from " + (Double.isNaN(number) ? "NaN" : "an infinite number"));
    }
    return number == 0 ? BigDecimal.ZERO : new BigDecimal(Double.toString(number));
  }

  private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new CallException("decimal division by 0");
    }
    return dividend.divide(divisor, QUOTIENT_DIGITS, RoundingMode.HALF_UP);
  }

  private static Value chosen(Call call, DoubleBinaryOperator operator) {
    call.budget().read(call.count());
    double result = real(call, 0);
    for (Value operand : call.rest(1)) {
      result = operator.applyAsDouble(result, Casts.real(operand, call.budget()));
    }
    return new Value.Real(result);
  }

  /** Infinity wins even over what is not a number. */
  private static double larger(double left, double right) {
    boolean isInfinite = left == Double.POSITIVE_INFINITY || right == Double.POSITIVE_INFINITY;
    return isInfinite ? Double.POSITIVE_INFINITY : Math.max(left, right);
  }

  private static double smaller(double left, double right) {
    boolean isInfinite = left == Double.NEGATIVE_INFINITY || right == Double.NEGATIVE_INFINITY;
    return isInfinite ? Double.NEGATIVE_INFINITY : Math.min(left, right);
  }

  /** Up where the fraction is at least the third argument, which for negative numbers it is not. */
  private static Value round(Call call) {
    double roundOn = call.count() > 2 ? real(call, 2) : 0.5;
    double power = powerOfTen(call.integer(1));
    double scaled = power * real(call, 0);
    double fraction = scaled - (scaled < 0 ? Math.ceil(scaled) : Math.floor(scaled));
    return new Value.Real((fraction >= roundOn ? Math.ceil(scaled) : Math.floor(scaled)) / power);
  }

  /** By squaring, with the exponent apart, so that the last bit is the one that Go gets. */
  private static double powerOfTen(long exponent) {
    if (exponent == 0 || exponent == 1 || exponent == -1) {
      return exponent == 0 ? 1 : exponent == 1 ? 10 : 0.1;
    }
    double result = 1;
    int resultExponent = 0;
    double square = 0.625;
    int squareExponent = 4;
    for (long left = Math.abs(exponent); left != 0; left >>>= 1) {
      if (squareExponent > 1 << 12) {
        resultExponent += squareExponent;
        break;
      }
      if ((left & 1) == 1) {
        result *= square;
        resultExponent += squareExponent;
      }
      square *= square;
      squareExponent <<= 1;
      if (square < 0.5) {
        square += square;
        squareExponent--;
      }
    }
    return exponent < 0
        ? Math.scalb(1 / result, -resultExponent)
        : Math.scalb(result, resultExponent);
  }
}
