package dev.signet.controller.queue;

import java.time.Duration;

/** What becomes of a key that was worked on. */
public sealed interface Next {
  /** Nothing, until it is added again. Its failures are forgotten. */
  record Done() implements Next {}

  /** It failed: again after a delay that grows with each failure. */
  record Retry() implements Next {}

  /** Again after this delay, which is no failure. */
  record After(Duration delay) implements Next {}

  static Next done() {
    return new Done();
  }

  static Next retry() {
    return new Retry();
  }

  static Next after(Duration delay) {
    return new After(delay);
  }
}
