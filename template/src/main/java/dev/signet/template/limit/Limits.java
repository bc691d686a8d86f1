package dev.signet.template.limit;

import java.util.EnumMap;
import java.util.Map;

/** What one rendering may use. Immutable. */
public final class Limits {
  private final Map<Limit, Long> allowed;

  private Limits(Map<Limit, Long> allowed) {
    this.allowed = allowed;
  }

  public static Limits standard() {
    var allowed = new EnumMap<Limit, Long>(Limit.class);
    for (Limit limit : Limit.values()) {
      allowed.put(limit, limit.standard());
    }
    return new Limits(allowed);
  }

  /** The same limits but for one. */
  public Limits with(Limit limit, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
    var changed = new EnumMap<>(allowed);
    changed.put(limit, amount);
    return new Limits(changed);
  }

  public long allowed(Limit limit) {
    return allowed.getOrDefault(limit, limit.standard());
  }
}
