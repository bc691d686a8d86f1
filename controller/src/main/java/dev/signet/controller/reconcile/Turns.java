package dev.signet.controller.reconcile;

import java.util.concurrent.Semaphore;

/**
 * As many RSA operations at a time as there are processors, and an item a turn: an object of a
 * thousand items, or one that no key opens, gets no more than its share, and HTTP keeps its own.
 */
final class Turns {
  private final Semaphore processors;

  /** What is done in a turn. */
  interface Step<T, E extends Exception> {
    T take() throws E;
  }

  Turns(int processors) {
    // Fair: whoever came first has waited longest.
    this.processors = new Semaphore(processors, true);
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
