package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import java.util.function.ToIntFunction;

/** When a failure no longer counts as one that passes. Nothing is given up for that. */
final class Patience {
  private final ToIntFunction<ObjectKey> failures;
  private final long passing;

  /**
   * Patience for so many.
   *
   * @param failures of a key in a row until now
   */
  Patience(ToIntFunction<ObjectKey> failures, long passing) {
    this.failures = failures;
    this.passing = passing;
  }

  /** Whether the failure of this moment is one too many. */
  boolean isOver(ObjectKey key) {
    return failures.applyAsInt(key) >= passing;
  }
}
