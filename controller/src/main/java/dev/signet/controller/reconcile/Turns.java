package dev.signet.controller.reconcile;

import java.util.concurrent.Semaphore;

/**
 * As many RSA operations at a time as there are processors, and an item a turn: an object of a
 * thousand items, or one that no key opens, gets no more than its share, and HTTP keeps its own. Of
 * such large objects, too, there are only so many at a time: any number of them, thrown in to do
 * harm, leaves workers for the small ones.
 */
final class Turns {
  private final Semaphore processors;
  private final Semaphore places;

  /** What is done in a turn. */
  interface Step<T, E extends Exception> {
    T take() throws E;
  }

  Turns(int processors) {
    // Fair: whoever came first has waited longest.
    this.processors = new Semaphore(processors, true);
    this.places = new Semaphore(processors);
  }

  /** A whole large object. Where all places are taken it gives its worker back. */
  Unsealing takeLarge(Step<Unsealing, InterruptedException> step) throws InterruptedException {
    if (!places.tryAcquire()) {
      return new Unsealing.Postponed();
    }
    try {
      return step.take();
    } finally {
      places.release();
    }
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
