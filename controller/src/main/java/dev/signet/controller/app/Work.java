package dev.signet.controller.app;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.log.Log;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.controller.queue.Workers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Starts the workers once there is something to work with, and stops them. */
final class Work {
  /** Most of a handling is waiting for the API server. */
  private static final int WORKERS_PER_PROCESSOR = 8;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final WorkQueue<ObjectKey> queue;
  private final Handler<ObjectKey> handler;
  private final Log log;
  private final Thread starter;
  private @Nullable Workers<ObjectKey> workers;
  private boolean stopped;

  /**
   * Not begun.
   *
   * @param ready whether there is; without keys and a list every object would look broken
   */
  Work(WorkQueue<ObjectKey> queue, Handler<ObjectKey> handler, BooleanSupplier ready, Log log) {
    this.queue = queue;
    this.handler = handler;
    this.log = log;
    this.starter = Thread.ofVirtual().name("work").unstarted(() -> startWhen(ready));
  }

  void start() {
    starter.start();
  }

  /** Lets what is in work come to its end, but not for longer than this. */
  void stop(Duration atMost) throws InterruptedException {
    starter.interrupt();
    Workers<ObjectKey> running = markStopped();
    if (running != null && !running.stop(atMost)) {
      log.warn("stopped in the middle of work: it is done at the next start");
    }
  }

  private synchronized @Nullable Workers<ObjectKey> markStopped() {
    stopped = true;
    return workers;
  }

  private void startWhen(BooleanSupplier ready) {
    try {
      while (!ready.getAsBoolean()) {
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException _) {
      return;
    }
    startWorkers();
  }

  private synchronized void startWorkers() {
    if (!stopped) {
      int count = WORKERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
      workers = Workers.start(count, queue, handler, this::crashed);
    }
  }

  /** By class name alone: the message of whatever it is may quote what it stumbled over. */
  private void crashed(ObjectKey key, Throwable thrown) {
    log.error("fault while handling, will retry", "key", key, "error", thrown.getClass().getName());
  }
}
