package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.SealedSecret;

/** Where handling is counted. Never waits, never fails. */
public interface Counts {
  /** One look at a SealedSecret that was not settled, retries and deleted ones too. */
  void handling();

  void error(Step step, String namespace);

  /** Whether the object is as its status says. */
  void synced(SealedSecret object, boolean synced);

  /** It fails for longer than a passing fault does, or no longer. */
  void failing(ObjectKey key, boolean failing);

  /** Nothing is left to tell of it. */
  void gone(ObjectKey key);

  /** Where it failed. */
  enum Step {
    FETCH,
    UNSEAL,
    UNMANAGED,
    UPDATE,
    STATUS
  }
}
