package dev.signet.e2e.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the controller does in its own time. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /**
   * Looks again and again.
   *
   * @param what in the words of the failure: what was waited for
   * @return what was seen when it was enough
   */
  public static <T> T until(
      String what, Duration limit, Supplier<T> look, Predicate<? super T> enough) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      T seen = look.get();
      if (enough.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "%s: not within %s s; last seen: %.3000s".formatted(what, seconds(limit), seen));
      }
      pause(PAUSE);
    }
  }

  public static void until(String what, Duration limit, BooleanSupplier done) {
    until(what, limit, done::getAsBoolean, it -> it);
  }

  /** For tests that something does not happen. */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  private static String seconds(Duration limit) {
    return "%.1f".formatted(limit.toMillis() / 1000.0);
  }
}
