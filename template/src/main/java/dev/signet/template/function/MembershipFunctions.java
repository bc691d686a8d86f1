package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What is in a list and what is not. Values are the same if they are so deeply and in type. */
final class MembershipFunctions {
  private static final List<Type> TWO = List.of(ANY, ANY);

  private MembershipFunctions() {}

  static List<Function> all() {
    List<Function> functions = new ArrayList<>();
    functions.addAll(ListFunctions.twice("has", TWO, MembershipFunctions::has));
    functions.addAll(ListFunctions.twice("uniq", List.of(ANY), MembershipFunctions::unique));
    functions.add(Function.of("without", List.of(ANY), ANY, MembershipFunctions::without));
    functions.add(Function.of("mustWithout", List.of(ANY), ANY, MembershipFunctions::without));
    functions.add(
        Function.of(
            "deepEqual",
            TWO,
            call -> new Value.Bool(new Equality(call).isEqual(call.value(0), call.value(1)))));
    return functions;
  }

  private static Value has(Call call) {
    if (call.value(1) instanceof Value.Nil) {
      return new Value.Bool(false);
    }
    List<Value> items = ListFunctions.items(call, 1, "find has");
    return new Value.Bool(isIn(call, items, call.value(0)));
  }

  private static Value unique(Call call) {
    List<Value> unique = new ArrayList<>();
    for (Value item : ListFunctions.items(call, 0, "find uniq")) {
      if (!isIn(call, unique, item)) {
        call.budget().items(1);
        unique.add(item);
      }
    }
    return Value.Items.of(Type.LIST, List.copyOf(unique));
  }

  private static Value without(Call call) {
    var kept = new Collected(call.budget());
    for (Value item : ListFunctions.items(call, 0, "find without")) {
      if (!isIn(call, call.rest(1), item)) {
        kept.add(item);
      }
    }
    return kept.toItems(Type.LIST);
  }

  private static boolean isIn(Call call, List<Value> items, Value wanted) {
    for (Value item : items) {
      if (new Equality(call).isEqual(wanted, item)) {
        return true;
      }
    }
    return false;
  }
}
