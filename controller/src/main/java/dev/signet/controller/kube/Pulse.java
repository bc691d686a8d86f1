package dev.signet.controller.kube;

import java.time.Duration;
import java.util.Optional;

/**
 * Asks a server that says nothing. A connection that was cut without a word looks like a quiet one;
 * a request that gets no answer tells them apart, and then all that are as silent are given up.
 */
public final class Pulse implements AutoCloseable {
  private final ApiServer server;
  private final Duration quiet;
  private final Thread thread;

  /**
   * Not yet begun.
   *
   * @param quiet how much silence makes it ask
   */
  public Pulse(ApiServer server, Duration quiet) {
    this.server = server;
    this.quiet = quiet;
    this.thread = Thread.ofVirtual().name("pulse").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** One line if nothing has been heard for longer than a healthy server lets pass. */
  public Optional<String> trouble() {
    Duration silence = server.silence();
    Duration longest = quiet.multipliedBy(2).plus(server.answerWithin());
    return silence.compareTo(longest) < 0
        ? Optional.empty()
        : Optional.of("nothing heard from the API server for %d s".formatted(silence.toSeconds()));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        Duration left = quiet.minus(server.silence());
        if (left.isPositive()) {
          Thread.sleep(left);
        } else {
          ask();
        }
      }
    } catch (InterruptedException closed) {
      // The end.
    }
  }

  private void ask() throws InterruptedException {
    long began = System.nanoTime();
    if (server.ping() instanceof Outcome.Failed(ApiError.Unreachable _)) {
      Duration tried = Duration.ofNanos(System.nanoTime() - began);
      server.giveUpOnSilent(tried);
      // A refused connection fails at once: not so often, then.
      Thread.sleep(quiet.dividedBy(4));
    }
  }
}
