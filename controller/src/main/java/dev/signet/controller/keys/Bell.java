package dev.signet.controller.keys;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Ends the keeper's wait. Ringing twice before it is heard is ringing once. */
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rang = lock.newCondition();
  private boolean ringing;
  private boolean keyWanted;

  void ring() {
    ring(false);
  }

  /** For a new key, whatever the age of the latest. */
  void ringForKey() {
    ring(true);
  }

  private void ring(boolean forKey) {
    lock.lock();
    try {
      ringing = true;
      keyWanted |= forKey;
      rang.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isKeyWanted() {
    lock.lock();
    try {
      return keyWanted;
    } finally {
      lock.unlock();
    }
  }

  void keyMade() {
    lock.lock();
    try {
      keyWanted = false;
    } finally {
      lock.unlock();
    }
  }

  /** Until it rings, or has rung since the last wait, but no longer than this. */
  void await(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (!ringing && left > 0) {
        left = rang.awaitNanos(left);
      }
      ringing = false;
    } finally {
      lock.unlock();
    }
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
