package dev.signet.template.function;

import dev.signet.template.limit.DeepStack;
import dev.signet.template.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values are deeply the same: types, contents, and whether they are nil. A map that is
 * met again within itself counts as the same, or comparing would never end.
 */
final class Equality {
  private final Call call;
  private @Nullable IdentityHashMap<SortedMap<String, Value>, Set<SortedMap<String, Value>>> open;
  private int depth;

  Equality(Call call) {
    this.call = call;
  }

  boolean isEqual(Value left, Value right) {
    call.budget().step();
    if (left.type() != right.type()) {
      return false;
    }
    return switch (left) {
      case Value.Real(double number) ->
          right instanceof Value.Real(double other) && number == other;
      case Value.Complex(double real, double imaginary) ->
          right instanceof Value.Complex(double otherReal, double otherImaginary)
              && real == otherReal
              && imaginary == otherImaginary;
      case Value.Text(String octets) ->
          right instanceof Value.Text(String other) && isSameText(octets, other);
      case Value.Items items ->
          right instanceof Value.Items other && isDeep(() -> same(items, other));
      case Value.Dict dict -> right instanceof Value.Dict other && isDeep(() -> same(dict, other));
      case Value.Nil _ -> right instanceof Value.Nil;
      default -> left.equals(right);
    };
  }

  private boolean isSameText(String left, String right) {
    if (left.length() != right.length()) {
      return false;
    }
    call.budget().read(left.length());
    return left.equals(right);
  }

  private boolean isDeep(BooleanSupplier comparison) {
    call.budget().depth(++depth);
    boolean isSame =
        depth == DeepStack.FROM
            ? DeepStack.call(call.budget(), comparison::getAsBoolean)
            : comparison.getAsBoolean();
    depth--;
    return isSame;
  }

  @SuppressWarnings("ReferenceEquality") // what is one and the same is not looked into, NaN or not
  private static boolean isOne(Object left, Object right) {
    return left == right;
  }

  private boolean same(Value.Items left, Value.Items right) {
    List<Value> items = left.list();
    List<Value> others = right.list();
    if (left.isNil() != right.isNil() || items.size() != others.size()) {
      return false;
    }
    if (isOne(items, others)) {
      return true;
    }
    for (int index = 0; index < items.size(); index++) {
      if (!isEqual(items.get(index), others.get(index))) {
        return false;
      }
    }
    return true;
  }

  private boolean same(Value.Dict left, Value.Dict right) {
    if (left.isNil() != right.isNil() || left.entries().size() != right.entries().size()) {
      return false;
    }
    if (isOne(left.entries(), right.entries())) {
      return true;
    }
    if (open == null) {
      open = new IdentityHashMap<>();
    }
    Set<SortedMap<String, Value>> partners =
        open.computeIfAbsent(
            left.entries(), _ -> Collections.newSetFromMap(new IdentityHashMap<>()));
    if (!partners.add(right.entries())) {
      return true;
    }
    for (var entry : left.entries().entrySet()) {
      Value other = right.entries().get(entry.getKey());
      if (other == null || !isEqual(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }
}
