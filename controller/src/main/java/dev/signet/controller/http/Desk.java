package dev.signet.controller.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where requests that cost something are worked on: on threads of their own, so that neither probes
 * nor SealedSecrets wait for them, and only so many at a time. Large ones have a place that is
 * theirs alone: they cannot keep the small ones waiting, which all real ones are, nor add up to
 * more memory than there is.
 */
final class Desk {
  private static final int SMALL = 128 * 1024;
  private static final int PLACES_FOR_SMALL = 32;
  private static final int PLACES_FOR_LARGE = 1;
  private static final Duration WAIT_FOR_PLACE = Duration.ofSeconds(2);

  private final Semaphore small = new Semaphore(PLACES_FOR_SMALL, true);
  private final Semaphore large = new Semaphore(PLACES_FOR_LARGE, true);

  /** Empty if there was no place for it in good time. */
  Optional<Answer> answer(int size, Callable<Answer> work) {
    Semaphore places = size > SMALL ? large : small;
    try {
      if (!places.tryAcquire(WAIT_FOR_PLACE.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      try {
        return Optional.of(onThreadOfItsOwn(work));
      } finally {
        places.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Not on the virtual one: what computes for long would keep all others of these from running. */
  private static Answer onThreadOfItsOwn(Callable<Answer> work) throws InterruptedException {
    FutureTask<Answer> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().name("answer").daemon().start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      // By class name alone: the message of whatever it is may quote what it stumbled over.
      String fault = e.getCause() == null ? "unknown" : e.getCause().getClass().getName();
      throw new IllegalStateException(fault);
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    }
  }
}
