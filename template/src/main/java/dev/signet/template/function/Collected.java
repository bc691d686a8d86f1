package dev.signet.template.function;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A list in the making, each item charged before it is added. */
final class Collected {
  private final Budget budget;
  private final long most;
  private final List<Value> items = new ArrayList<>();

  Collected(Budget budget) {
    this.budget = budget;
    this.most = budget.limits().allowed(Limit.ITEMS);
  }

  void add(Value item) {
    budget.items(1);
    if (items.size() >= most) {
      budget.items(most + 1);
    }
    items.add(item);
  }

  void addText(String octets) {
    budget.value(octets.length());
    add(Value.Text.octets(octets));
  }

  void addAll(List<Value> more) {
    budget.items(items.size() + (long) more.size());
    items.addAll(more);
  }

  Value.Items toItems(Type type) {
    return Value.Items.of(type, List.copyOf(items));
  }
}
