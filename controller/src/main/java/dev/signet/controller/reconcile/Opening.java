package dev.signet.controller.reconcile;

import dev.signet.crds.SealedSecret;
import dev.signet.crypto.KeyRing;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Opens objects with the keys of the moment, as many at a time as there are processors: more would
 * only make each of them wait longer, and leave HTTP none.
 */
final class Opening {
  private final Supplier<KeyRing> keys;
  private final Unsealer unsealer;
  private final Semaphore processors;

  Opening(Supplier<KeyRing> keys, Unsealer unsealer, int processors) {
    this.keys = keys;
    this.unsealer = unsealer;
    // Fair: whoever came first has waited longest.
    this.processors = new Semaphore(processors, true);
  }

  Unsealing open(SealedSecret object) throws InterruptedException {
    processors.acquire();
    try {
      return unsealer.unseal(object, keys.get());
    } finally {
      processors.release();
    }
  }
}
