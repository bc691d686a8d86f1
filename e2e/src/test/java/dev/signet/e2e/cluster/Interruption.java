package dev.signet.e2e.cluster;

/** The test run is being ended from outside. */
final class Interruption extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Interruption(InterruptedException cause) {
    super(cause);
  }

  static Interruption of(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new Interruption(e);
  }
}
