package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.GoNumbers;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Sprig's arithmetic on integers of 64 bits, which wraps around. */
final class IntegerFunctions {
  private static final List<Type> TWO = List.of(ANY, ANY);

  private IntegerFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("int", List.of(ANY), call -> Value.Int.of(integer(call, 0))),
        Function.of("int64", List.of(ANY), call -> Value.Int.wide(integer(call, 0))),
        Function.of("atoi", List.of(STRING), IntegerFunctions::decimal),
        Function.of("toDecimal", List.of(ANY), IntegerFunctions::octal),
        Function.of("add", List.of(), ANY, call -> folded(call, 0, 0, Long::sum)),
        Function.of("add1", List.of(ANY), call -> folded(call, 1, 0, Long::sum)),
        Function.of("sub", TWO, call -> reduced(call, (left, right) -> left - right)),
        Function.of("mul", List.of(ANY), ANY, call -> reduced(call, (left, right) -> left * right)),
        Function.of("div", TWO, call -> divided(call, (left, right) -> left / right)),
        Function.of("mod", TWO, call -> divided(call, (left, right) -> left % right)),
        Function.of("max", List.of(ANY), ANY, call -> reduced(call, Math::max)),
        Function.of("biggest", List.of(ANY), ANY, call -> reduced(call, Math::max)),
        Function.of("min", List.of(ANY), ANY, call -> reduced(call, Math::min)));
  }

  private static long integer(Call call, int index) {
    return Casts.integer(call.value(index), call.budget());
  }

  private static Value reduced(Call call, LongBinaryOperator operator) {
    return folded(call, integer(call, 0), 1, operator);
  }

  private static Value folded(Call call, long start, int from, LongBinaryOperator operator) {
    call.budget().read(call.count());
    long result = start;
    for (Value operand : call.rest(from)) {
      result = operator.applyAsLong(result, Casts.integer(operand, call.budget()));
    }
    return Value.Int.wide(result);
  }

  private static Value divided(Call call, LongBinaryOperator operator) {
    if (integer(call, 1) == 0) {
      throw new CallException("runtime error: integer divide by zero");
    }
    return reduced(call, operator);
  }

  /**
   * Decimal digits; zero if there is anything else, but the nearest integer if the digits before
   * that are already out of all range.
   */
  private static Value decimal(Call call) {
    String octets = call.octets(0);
    call.budget().read(octets.length());
    int start = octets.startsWith("-") || octets.startsWith("+") ? 1 : 0;
    int end = start;
    while (end < octets.length() && octets.charAt(end) >= '0' && octets.charAt(end) <= '9') {
      end++;
    }
    boolean isAll = end == octets.length();
    boolean isHuge = end > start && GoNumbers.unsigned(octets.substring(start, end), 10).isEmpty();
    if (end == start || (!isAll && !isHuge)) {
      return Value.Int.of(0);
    }
    long nearest = octets.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    return Value.Int.of(isHuge ? nearest : GoNumbers.signed(octets, 10).orElse(nearest));
  }

  private static Value octal(Call call) {
    String octets = call.printed(call.value(0));
    call.budget().read(octets.length());
    return Value.Int.wide(GoNumbers.signed(octets, 8).orElse(0));
  }
}
