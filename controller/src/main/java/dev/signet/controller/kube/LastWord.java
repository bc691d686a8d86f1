package dev.signet.controller.kube;

import dev.signet.controller.queue.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When somebody was last heard. */
final class LastWord {
  private final Ticker ticker;
  private final AtomicLong at;

  LastWord(Ticker ticker) {
    this.ticker = ticker;
    this.at = new AtomicLong(ticker.nanos());
  }

  void heard() {
    at.set(ticker.nanos());
  }

  Duration silence() {
    return Duration.ofNanos(ticker.nanos() - at.get());
  }
}
