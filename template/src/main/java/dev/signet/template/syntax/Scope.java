package dev.signet.template.syntax;

import java.util.ArrayList;
import java.util.List;

/** What is in sight while one body is parsed: its variables and whether a loop surrounds it. */
final class Scope {
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private int loops;

  void declare(String variable) {
    variables.add(variable);
  }

  boolean knows(String variable) {
    return variables.contains(variable);
  }

  int mark() {
    return variables.size();
  }

  void forgetSince(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  void enterLoop() {
    loops++;
  }

  void leaveLoop() {
    loops--;
  }

  boolean isInLoop() {
    return loops > 0;
  }
}
