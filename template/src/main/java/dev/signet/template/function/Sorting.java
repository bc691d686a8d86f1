package dev.signet.template.function;

import dev.signet.template.limit.Budget;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorting that pays for what it compares. */
final class Sorting {
  private Sorting() {}

  /** Strings by their bytes. */
  static List<Value> byText(Budget budget, List<Value> strings) {
    budget.items(strings.size());
    List<Value> sorted = new ArrayList<>(strings);
    sorted.sort(
        Comparator.comparing(
            Sorting::octets,
            (left, right) -> {
              budget.read(1 + Math.min(left.length(), right.length()));
              return left.compareTo(right);
            }));
    return sorted;
  }

  private static String octets(Value value) {
    return value instanceof Value.Text(String octets) ? octets : "";
  }
}
