package dev.signet.controller.reconcile;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * As many RSA operations at a time as there are processors, and an item a turn: an object of a
 * thousand items, or one that no key opens, gets no more than its share, and HTTP keeps its own. Of
 * such large objects, too, there are only so many at a time: any number of them, thrown in to do
 * harm, leaves workers for the small ones, and a place for the large ones of other namespaces.
 */
final class Turns {
  private final Semaphore processors;
  private final Places large;

  /** What is done in a turn. */
  interface Step<T, E extends Exception> {
    T take() throws E;
  }

  Turns(int processors) {
    // Fair: whoever came first has waited longest.
    this.processors = new Semaphore(processors, true);
    this.large = new Places(Places.forProcessors(processors), Duration.ZERO);
  }

  /** A whole large object. */
  Unsealing takeLarge(String namespace, Places.Step step) throws InterruptedException {
    return large.take(namespace, step);
  }

  <T, E extends Exception> T take(Step<T, E> step) throws E, InterruptedException {
    processors.acquire();
    try {
      return step.take();
    } finally {
      processors.release();
    }
  }
}
