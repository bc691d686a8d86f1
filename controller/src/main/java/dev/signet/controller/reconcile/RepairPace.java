package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How soon a Secret that somebody keeps changing is repaired again: a few times at once, then ever
 * more slowly. Without it, another program that writes into our Secrets and we would undo each
 * other's work as fast as the API server answers.
 */
final class RepairPace {
  private static final int AT_ONCE = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 20;

  private final Map<ObjectKey, Repairs> repairs = new ConcurrentHashMap<>();

  private record Repairs(int count, Instant last) {}

  /** How long to wait before the next repair; zero for none. */
  Duration pause(ObjectKey key, Instant now) {
    Repairs so = repairs.get(key);
    if (so == null || so.count < AT_ONCE) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, so.last.plus(pauseAfter(so.count)));
    // A clock set back must not make it wait for hours.
    return left.isNegative() || left.compareTo(LONGEST_PAUSE) > 0 ? Duration.ZERO : left;
  }

  void repaired(ObjectKey key, Instant now) {
    repairs.merge(
        key,
        new Repairs(1, now),
        (old, fresh) ->
            old.last.plus(LONGEST_PAUSE).plus(LONGEST_PAUSE).isBefore(now)
                ? fresh
                : new Repairs(old.count + 1, now));
  }

  void forget(ObjectKey key) {
    repairs.remove(key);
  }

  private static Duration pauseAfter(int count) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - AT_ONCE, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
