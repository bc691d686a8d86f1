package dev.signet.template.function;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Copies lists and maps with all that is in them. */
final class Copying {
  private final Budget budget;
  private int depth;

  Copying(Budget budget) {
    this.budget = budget;
  }

  Value copy(Value value) {
    budget.step();
    return switch (value) {
      case Value.Items items -> items.isNil() ? items : deeper(() -> items(items));
      case Value.Dict dict -> dict.isNil() ? dict : deeper(() -> dict(dict));
      default -> value;
    };
  }

  private Value deeper(Supplier<Value> copying) {
    budget.depth(++depth);
    Value copy = depth == DeepStack.FROM ? DeepStack.call(budget, copying) : copying.get();
    depth--;
    return copy;
  }

  private Value items(Value.Items items) {
    budget.items(items.list().size());
    List<Value> copies = new ArrayList<>();
    items.list().forEach(item -> copies.add(copy(item)));
    return items.with(copies);
  }

  private Value dict(Value.Dict dict) {
    budget.items(dict.entries().size());
    var copies = new TreeMap<String, Value>();
    dict.entries()
        .forEach(
            (key, value) -> {
              budget.read(key.length());
              copies.put(key, copy(value));
            });
    return new Value.Dict(dict.type(), copies, false);
  }
}
