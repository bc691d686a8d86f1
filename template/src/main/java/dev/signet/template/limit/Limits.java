package dev.signet.template.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * What one rendering may use.
 *
 * @param changed what is not as it is by itself
 */
public record Limits(Map<Limit, Long> changed) {
  public Limits {
    changed = Map.copyOf(changed);
  }

  public static Limits standard() {
    return new Limits(Map.of());
  }

  /** The same limits but for one. */
  public Limits with(Limit limit, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
    Map<Limit, Long> more = new HashMap<>(changed);
    more.put(limit, amount);
    return new Limits(more);
  }

  public long allowed(Limit limit) {
    return changed.getOrDefault(limit, limit.standard());
  }
}
