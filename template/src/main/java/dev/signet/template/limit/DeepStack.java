package dev.signet.template.limit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Continues a deep recursion on a stack of its own.
 *
 * <p>Nesting is limited by number, and a thread of unknown stack size may not hold that many
 * frames. Few templates nest deeply, so only those pay for a thread.
 */
public final class DeepStack {
  /** Recursions go on here from this depth. */
  public static final int FROM = 60;

  /** Reserved, not used, until the recursion gets there. */
  private static final long STACK_BYTES = 256L << 20;

  /** Who goes deep again and again is stopped before the threads are what takes the time. */
  private static final int STEPS = 2_000;

  private DeepStack() {}

  /** Runs the work to its end, with its result or its exception. A stack is not cheap. */
  public static <T> T call(Budget budget, Supplier<T> work) {
    budget.steps(STEPS);
    var errand = new Errand<>(work);
    var thread = new Thread(null, errand, "template-deep", STACK_BYTES);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return errand.result();
  }

  private static final class Errand<T> implements Runnable {
    private final Supplier<T> work;
    private @Nullable T result;
    private @Nullable RuntimeException exception;

    Errand(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException e) {
        exception = e;
      }
    }

    T result() {
      if (exception != null) {
        throw exception;
      }
      if (result == null) {
        throw new IllegalStateException("deep recursion ended without a result");
      }
      return result;
    }
  }
}
