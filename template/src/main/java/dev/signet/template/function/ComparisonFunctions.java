package dev.signet.template.function;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/** The built-in comparisons. They compare numbers of different size, but not integer and float. */
final class ComparisonFunctions {
  private static final List<Type> TWO = List.of(Type.ANY, Type.ANY);

  private ComparisonFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("eq", List.of(Type.ANY), Type.ANY, call -> new Value.Bool(isAnyEqual(call))),
        Function.of("ne", TWO, call -> new Value.Bool(!isEqual(call))),
        Function.of("lt", TWO, call -> new Value.Bool(isLess(call))),
        Function.of("le", TWO, call -> new Value.Bool(isLess(call) || isEqual(call))),
        Function.of("gt", TWO, call -> new Value.Bool(!(isLess(call) || isEqual(call)))),
        Function.of("ge", TWO, call -> new Value.Bool(!isLess(call))));
  }

  private static boolean isAnyEqual(Call call) {
    if (call.count() == 1) {
      throw new CallException("missing argument for comparison");
    }
    for (Value other : call.rest(1)) {
      call.budget().step();
      if (isEqual(call, call.value(0), other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEqual(Call call) {
    return isEqual(call, call.value(0), call.value(1));
  }

  private static boolean isEqual(Call call, Value left, Value right) {
    if (isBasic(left) && isBasic(right)) {
      return isSameBasic(call, left, right);
    }
    boolean isUntyped = left instanceof Value.Nil || right instanceof Value.Nil;
    if (isBasic(left) || isBasic(right)) {
      if (isUntyped) {
        return false;
      }
      throw incompatible(left, right);
    }
    if (!isUntyped && !left.type().kind().equals(right.type().kind())) {
      throw new CallException("non-comparable types %s, %s".formatted(left.type(), right.type()));
    }
    if (isNil(left) || isNil(right)) {
      return isNil(left) && isNil(right);
    }
    if (left instanceof Value.Opaque first && right instanceof Value.Opaque second) {
      return first.type() == second.type() && first.isSame(second);
    }
    throw new CallException("non-comparable type " + right.type());
  }

  private static boolean isSameBasic(Call call, Value left, Value right) {
    if (left instanceof Value.Text(String first) && right instanceof Value.Text(String second)) {
      call.budget().read(Math.min(first.length(), second.length()));
      return first.equals(second);
    }
    if (left instanceof Value.Int first && right instanceof Value.Int second) {
      return compare(first, second) == 0;
    }
    if (left instanceof Value.Real(double first) && right instanceof Value.Real(double second)) {
      return first == second;
    }
    if (left instanceof Value.Bool && right instanceof Value.Bool) {
      return left.isTrue() == right.isTrue();
    }
    if (left instanceof Value.Complex(double real, double imaginary)
        && right instanceof Value.Complex(double otherReal, double otherImaginary)) {
      return real == otherReal && imaginary == otherImaginary;
    }
    throw incompatible(left, right);
  }

  private static boolean isLess(Call call) {
    Value left = call.value(0);
    Value right = call.value(1);
    if (!isBasic(left) || !isBasic(right)) {
      throw new CallException("invalid type for comparison");
    }
    if (left instanceof Value.Text(String first) && right instanceof Value.Text(String second)) {
      call.budget().read(Math.min(first.length(), second.length()));
      return first.compareTo(second) < 0;
    }
    if (left instanceof Value.Int first && right instanceof Value.Int second) {
      return compare(first, second) < 0;
    }
    if (left instanceof Value.Real(double first) && right instanceof Value.Real(double second)) {
      return first < second;
    }
    if (left.type() == right.type()) {
      throw new CallException("invalid type for comparison");
    }
    throw incompatible(left, right);
  }

  private static int compare(Value.Int left, Value.Int right) {
    boolean isLeftBig = left.type().isUnsigned() && left.bits() < 0;
    boolean isRightBig = right.type().isUnsigned() && right.bits() < 0;
    return isLeftBig == isRightBig
        ? Long.compare(left.bits(), right.bits())
        : Boolean.compare(isLeftBig, isRightBig);
  }

  private static boolean isNil(Value value) {
    return switch (value) {
      case Value.Nil _, Value.NilPointer _ -> true;
      case Value.Items items -> items.isNil();
      case Value.Dict dict -> dict.isNil();
      default -> false;
    };
  }

  private static boolean isBasic(Value value) {
    return switch (value) {
      case Value.Nil _, Value.NilPointer _, Value.Items _, Value.Dict _, Value.Opaque _ -> false;
      default -> true;
    };
  }

  private static CallException incompatible(Value left, Value right) {
    return new CallException(
        "incompatible types for comparison: %s and %s".formatted(left.type(), right.type()));
  }
}
