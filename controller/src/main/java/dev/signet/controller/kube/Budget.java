package dev.signet.controller.kube;

import dev.signet.controller.queue.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Spaces requests out: a bucket that fills at an even pace, from which each request takes one. */
final class Budget {
  private final double perNano;
  private final double most;
  private final Ticker ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private double left;
  private long at;

  Budget(ClientSettings.Limit limit, Ticker ticker) {
    this.perNano = limit.perSecond() / Duration.ofSeconds(1).toNanos();
    this.most = limit.atOnce();
    this.ticker = ticker;
    this.left = most;
    this.at = ticker.nanos();
  }

  /** Takes one, in debt if need be, and says how long to wait until the debt is paid. */
  Duration take() {
    lock.lock();
    try {
      long now = ticker.nanos();
      left = Math.min(most, left + (now - at) * perNano) - 1;
      at = now;
      return left >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-left / perNano));
    } finally {
      lock.unlock();
    }
  }
}
