package dev.signet.e2e.cluster;

import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Kills what runs at random moments, as long as it is open: now and then in the middle of a start,
 * but never so often that nothing ever comes up.
 */
final class Killer implements AutoCloseable {
  private static final int MOST_MILLIS = 4000;
  private static final Duration START = Duration.ofSeconds(60);

  private final Runnable kill;
  private final BooleanSupplier up;
  private final Random random = new Random();
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);
  private int kills;

  private Killer(Runnable kill, BooleanSupplier up) {
    this.kill = kill;
    this.up = up;
  }

  /**
   * Begins.
   *
   * @param kill kills and starts again
   * @param up whether the new one is up
   */
  static Killer of(Runnable kill, BooleanSupplier up) {
    Killer killer = new Killer(kill, up);
    killer.thread.start();
    return killer;
  }

  private void run() {
    try {
      while (true) {
        awaitUp();
        killAfterAMoment();
        if (random.nextBoolean()) {
          killAfterAMoment();
        }
      }
    } catch (InterruptedException | Interruption e) {
      // The tests are over.
    }
  }

  /** A test may have ended it for reasons of its own, and starts it again when it likes. */
  private void awaitUp() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!up.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private void killAfterAMoment() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(random.nextInt(MOST_MILLIS)));
    kill.run();
    kills++;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
    System.out.println("the controller was killed " + kills + " times");
  }
}
