package dev.signet.controller.reconcile;

import dev.signet.crypto.Fingerprint;
import java.util.Map;

/** What came of opening a SealedSecret. */
sealed interface Unsealing {
  /**
   * All of it opened.
   *
   * @param keys which key opened each item
   */
  record Opened(Wanted wanted, Map<String, Fingerprint> keys) implements Unsealing {
    public Opened {
      keys = Map.copyOf(keys);
    }
  }

  /** Some of it did not, so nothing is written. */
  record Failed(Cause cause) implements Unsealing {}

  /**
   * Others are at it, and it is worth no waiting.
   *
   * @param places that it needs one of
   */
  record Postponed(Places places) implements Unsealing {}
}
