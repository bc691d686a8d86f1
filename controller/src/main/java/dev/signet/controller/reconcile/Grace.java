package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waits of under a second that are part of normal work, such as that for the garbage collector, are
 * not told: health checks would show a failure that is none.
 */
final class Grace {
  private static final Duration LENGTH = Duration.ofMillis(600);

  private final Map<ObjectKey, Long> waitingSince = new ConcurrentHashMap<>();

  /**
   * Whether it has waited no longer than that.
   *
   * @param nanos of a clock that only goes forward
   */
  boolean isGranted(ObjectKey key, long nanos) {
    long since = waitingSince.computeIfAbsent(key, first -> nanos);
    return nanos - since < LENGTH.toNanos();
  }

  void forget(ObjectKey key) {
    waitingSince.remove(key);
  }
}
