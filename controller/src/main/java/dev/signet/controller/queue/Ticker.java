package dev.signet.controller.queue;

/** A clock that only ever goes forward, at an even pace. */
@FunctionalInterface
public interface Ticker {
  /** Nanoseconds since some moment. */
  long nanos();

  static Ticker system() {
    return System::nanoTime;
  }
}
