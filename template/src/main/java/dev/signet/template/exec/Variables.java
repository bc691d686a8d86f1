package dev.signet.template.exec;

import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The variables of one body, innermost last. */
final class Variables {
  private final Spot spot;
  private final List<Variable> stack = new ArrayList<>();

  private record Variable(String name, Value value) {}

  Variables(Spot spot, Value dot) {
    this.spot = spot;
    declare("$", dot);
  }

  void declare(String name, Value value) {
    stack.add(new Variable(name, value));
  }

  void assign(String name, Value value) {
    stack.set(find(name), new Variable(name, value));
  }

  /** Gives a new value to a variable counted from the innermost one, which is 1. */
  void assignTop(int fromTop, Value value) {
    int index = stack.size() - fromTop;
    stack.set(index, new Variable(stack.get(index).name(), value));
  }

  Value get(String name) {
    return stack.get(find(name)).value();
  }

  int mark() {
    return stack.size();
  }

  void forgetSince(int mark) {
    stack.subList(mark, stack.size()).clear();
  }

  private int find(String name) {
    spot.read(stack.size());
    for (int index = stack.size() - 1; index >= 0; index--) {
      if (stack.get(index).name().equals(name)) {
        return index;
      }
    }
    throw spot.error("undefined variable: " + name);
  }
}
