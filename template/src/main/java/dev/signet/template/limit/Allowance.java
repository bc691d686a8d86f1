package dev.signet.template.limit;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the templates of one object use together: time, keys and slow hashes, and what a Secret
 * holds. Without it, an object of many templates could take many times what one may.
 */
public final class Allowance {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final long started;
  private final Map<Limit, Long> taken = new EnumMap<>(Limit.class);
  private Limit time = Limit.TIME;
  private long printed;

  public Allowance(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  void take(Limit limit) {
    if (taken.merge(limit, 1L, Long::sum) > limits.allowed(limit)) {
      throw over(limit);
    }
    if (limit == Limit.LARGE_KEYS || limit == Limit.SMALL_KEYS) {
      time = Limit.TIME_WITH_KEYS;
    }
    look();
  }

  void printed(long bytes) {
    printed += bytes;
    if (printed > limits.allowed(Limit.ALL_OUTPUT_BYTES)) {
      throw over(Limit.ALL_OUTPUT_BYTES);
    }
  }

  void look() {
    if (nanoTime.getAsLong() - started > limits.allowed(time) * NANOS_PER_MILLI) {
      throw over(time);
    }
  }

  private LimitException over(Limit limit) {
    return new LimitException(limit, limits.allowed(limit));
  }
}
