package dev.signet.controller.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Threads that take keys from a queue and hand them to a handler. */
public final class Workers<K> {
  private final WorkQueue<K> queue;
  private final Handler<K> handler;
  private final BiConsumer<K, Throwable> crash;
  private final List<Thread> threads;

  private Workers(
      WorkQueue<K> queue,
      Handler<K> handler,
      BiConsumer<K, Throwable> crash,
      Stream<ThreadFactory> threads) {
    this.queue = queue;
    this.handler = handler;
    this.crash = crash;
    this.threads = threads.map(factory -> factory.newThread(this::run)).toList();
  }

  /**
   * Starts virtual threads, which may wait for answers at no cost.
   *
   * @param crash told of whatever a handler throws; the key is tried again as if it had failed
   */
  public static <K> Workers<K> start(
      int count, WorkQueue<K> queue, Handler<K> handler, BiConsumer<K, Throwable> crash) {
    ThreadFactory factory = Thread.ofVirtual().name("worker-", 0).factory();
    Workers<K> workers =
        new Workers<>(queue, handler, crash, Stream.generate(() -> factory).limit(count));
    workers.threads.forEach(Thread::start);
    return workers;
  }

  /** Shuts the queue down and waits for the keys in work; false if some had to be interrupted. */
  public boolean stop(Duration atMost) throws InterruptedException {
    queue.shutDown();
    long end = System.nanoTime() + atMost.toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
    List<Thread> late = threads.stream().filter(Thread::isAlive).toList();
    late.forEach(Thread::interrupt);
    return late.isEmpty();
  }

  private void run() {
    while (!queue.isShut()) {
      try {
        Optional<K> key = queue.take();
        if (key.isPresent()) {
          work(key.get());
        }
      } catch (InterruptedException stray) {
        // Whoever means it has shut the queue down; a stray one must not cost a worker.
      }
    }
  }

  // Whatever a handler throws, an Error too: the key must be done, or it would never come again.
  private void work(K key) throws InterruptedException {
    Next next = Next.retry();
    try {
      next = handler.handle(key);
    } catch (InterruptedException interrupted) {
      throw interrupted;
    } catch (Throwable thrown) {
      report(key, thrown);
    } finally {
      queue.done(key, next);
    }
  }

  private void report(K key, Throwable thrown) {
    try {
      crash.accept(key, thrown);
    } catch (Throwable again) {
      // Nobody is left to tell; the worker goes on.
    }
  }
}
