package dev.signet.crds;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a status is to say.
 *
 * @param conditions in this order, at the top: the printer columns read index 0
 * @param owned the types that are ours: one of these that is not among the conditions goes
 * @param handled null takes away what is there
 */
public record Verdict(
    List<Condition> conditions,
    Set<String> owned,
    long observedGeneration,
    @Nullable Handled handled) {
  public Verdict {
    conditions = List.copyOf(conditions);
    owned = Set.copyOf(owned);
  }
}
