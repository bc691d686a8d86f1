package dev.signet.controller.reconcile;

import dev.signet.template.limit.Limits;
import java.util.Set;

/**
 * What the operator chose.
 *
 * @param passingFailures failures in a row that may pass; after one more the object counts as
 *     failing for long. It is tried again all the same
 * @param templates what the templates of one object may use
 */
public record Rules(Set<Rule> on, long passingFailures, Limits templates) {
  public enum Rule {
    ACCEPT_DEPRECATED_DATA,
    UPDATE_STATUS,
    DELETE_SECRETS_OF_DELETED
  }

  public Rules {
    on = Set.copyOf(on);
  }

  boolean has(Rule rule) {
    return on.contains(rule);
  }
}
