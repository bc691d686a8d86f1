package dev.signet.template.exec;

import dev.signet.template.limit.Budget;
import dev.signet.template.syntax.Node;

/** The node that was entered last, at which an error is reported. */
final class Spot {
  private final Budget budget;
  private int position;

  Spot(Budget budget) {
    this.budget = budget;
  }

  void enter(Node node) {
    budget.step();
    position = node.position();
  }

  /** So much is looked through. */
  void read(int amount) {
    budget.read(amount);
  }

  /** Back at a node that was entered before. */
  void back(int known) {
    position = known;
  }

  int position() {
    return position;
  }

  ExecException error(String reason) {
    return new ExecException(position, reason);
  }
}
