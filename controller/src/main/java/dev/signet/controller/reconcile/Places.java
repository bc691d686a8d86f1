package dev.signet.controller.reconcile;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Places for what may take long: for a namespace there is one at most. However much somebody throws
 * into one namespace, the others find a place free, where there are two.
 */
final class Places {
  private static final int FEWEST = 2;

  private final int count;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Since when, in nanoseconds, each namespace has held its place. */
  private final Map<String, Long> holders = new HashMap<>();

  /** What is done in a place. */
  interface Step {
    Unsealing take() throws InterruptedException;
  }

  /**
   * Places, none of them taken.
   *
   * @param patience how long to wait for one
   */
  Places(int count, Duration patience) {
    this.count = count;
    this.patience = patience;
  }

  /** One for each processor, two at least. */
  static int forProcessors(int processors) {
    return Math.max(FEWEST, processors);
  }

  /** Who finds no place gives its worker back. */
  Unsealing take(String namespace, Step step) throws InterruptedException {
    if (!enter(namespace)) {
      return new Unsealing.Postponed(this);
    }
    try {
      return step.take();
    } finally {
      leave(namespace);
    }
  }

  boolean isHeldBy(String namespace) {
    lock.lock();
    try {
      return holders.containsKey(namespace);
    } finally {
      lock.unlock();
    }
  }

  private boolean enter(String namespace) throws InterruptedException {
    long began = System.nanoTime();
    lock.lockInterruptibly();
    try {
      while (holders.size() >= count || holders.containsKey(namespace)) {
        long now = System.nanoTime();
        // Behind a long one of its namespace nobody waits: each would keep a worker.
        long heldFor = now - holders.getOrDefault(namespace, began);
        long left = patience.toNanos() - Math.max(now - began, heldFor);
        if (left <= 0) {
          return false;
        }
        changed.await(left, TimeUnit.NANOSECONDS);
      }
      holders.put(namespace, System.nanoTime());
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave(String namespace) {
    lock.lock();
    try {
      holders.remove(namespace);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
