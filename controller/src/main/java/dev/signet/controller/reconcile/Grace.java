package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waits of under a second that are part of normal work, such as that for the garbage collector, are
 * not told: health checks would show a failure that is none.
 */
final class Grace {
  private static final Duration LENGTH = Duration.ofMillis(600);

  private final Map<ObjectKey, Instant> waitingSince = new ConcurrentHashMap<>();

  /** Whether it has waited no longer than that. */
  boolean isGranted(ObjectKey key, Instant now) {
    // A clock that is set back begins anew: it must not make it wait for hours.
    Instant since = waitingSince.merge(key, now, (old, fresh) -> old.isAfter(fresh) ? fresh : old);
    return now.isBefore(since.plus(LENGTH));
  }

  void forget(ObjectKey key) {
    waitingSince.remove(key);
  }
}
