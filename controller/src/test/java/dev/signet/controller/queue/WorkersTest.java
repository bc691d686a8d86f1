package dev.signet.controller.queue;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WorkersTest {
  private final WorkQueue<String> queue =
      new WorkQueue<>(
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(10)), new Random(1), Ticker.system());

  private final List<Throwable> crashes = new CopyOnWriteArrayList<>();

  @Test
  void whatever_a_handler_throws_its_key_comes_again_and_the_worker_lives() throws Exception {
    List<Throwable> faults =
        List.of(new IllegalStateException(), new StackOverflowError(), new OutOfMemoryError());
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch through = new CountDownLatch(1);
    Workers<String> workers =
        Workers.start(
            1,
            queue,
            key -> {
              int call = calls.getAndIncrement();
              if (call < faults.size()) {
                throw sneaky(faults.get(call));
              }
              through.countDown();
              return Next.done();
            },
            (key, thrown) -> {
              crashes.add(thrown);
              throw new IllegalStateException("a reporter that fails too");
            });
    queue.add("a", Priority.NEWS);
    assertTrue(through.await(10, TimeUnit.SECONDS));
    assertEquals(faults, crashes);
    assertTrue(workers.stop(Duration.ofSeconds(5)));
    assertEquals(new QueueSizes(0, 0, 0), queue.sizes());
  }

  @Test
  void a_stray_interrupt_costs_no_worker() throws Exception {
    CountDownLatch through = new CountDownLatch(1);
    Workers<String> workers =
        Workers.start(
            1,
            queue,
            key -> {
              if (queue.failures(key) == 0) {
                Thread.currentThread().interrupt();
                return Next.retry();
              }
              through.countDown();
              return Next.done();
            },
            (key, thrown) -> crashes.add(thrown));
    queue.add("a", Priority.NEWS);
    assertTrue(through.await(10, TimeUnit.SECONDS));
    assertTrue(workers.stop(Duration.ofSeconds(5)));
    assertEquals(List.of(), crashes);
  }

  @Test
  void one_worker_a_key_and_no_change_lost_under_load() throws Exception {
    Map<String, AtomicInteger> made = new ConcurrentHashMap<>();
    Map<String, Integer> handled = new ConcurrentHashMap<>();
    Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    Workers<String> workers =
        Workers.start(
            8,
            queue,
            key -> {
              AtomicInteger inWork = atOnce.computeIfAbsent(key, it -> new AtomicInteger());
              if (inWork.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
              }
              int seen = requireNonNull(made.get(key)).get();
              Thread.sleep(0, 100_000);
              inWork.decrementAndGet();
              handled.put(key, seen);
              return seen % 7 == 3 && queue.failures(key) == 0 ? Next.retry() : Next.done();
            },
            (key, thrown) -> crashes.add(thrown));
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      String key = "key-" + random.nextInt(20);
      made.computeIfAbsent(key, it -> new AtomicInteger()).incrementAndGet();
      queue.add(key, random.nextBoolean() ? Priority.NEWS : Priority.BACKLOG);
    }
    while (!queue.sizes().equals(new QueueSizes(0, 0, 0))) {
      Thread.sleep(5);
    }
    made.forEach((key, count) -> assertEquals(count.get(), handled.get(key), key));
    assertEquals(0, overlaps.get());
    assertEquals(List.of(), crashes);
    assertTrue(workers.stop(Duration.ofSeconds(5)));
  }

  @Test
  void stopping_waits_for_what_is_in_work_and_drops_the_rest() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<String> finished = new CopyOnWriteArrayList<>();
    Workers<String> workers =
        Workers.start(
            1,
            queue,
            key -> {
              begun.countDown();
              go.await();
              finished.add(key);
              return Next.done();
            },
            (key, thrown) -> crashes.add(thrown));
    queue.add("in-work", Priority.NEWS);
    queue.add("ready", Priority.NEWS);
    begun.await();
    Thread.startVirtualThread(
        () -> {
          while (!queue.isShut()) {
            Thread.onSpinWait();
          }
          go.countDown();
        });
    assertTrue(workers.stop(Duration.ofSeconds(10)));
    assertEquals(List.of("in-work"), finished);
  }

  @Test
  void a_worker_that_does_not_end_is_interrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Workers<String> workers =
        Workers.start(
            1,
            queue,
            key -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                interrupted.countDown();
              }
              return Next.done();
            },
            (key, thrown) -> crashes.add(thrown));
    queue.add("a", Priority.NEWS);
    begun.await();
    assertFalse(workers.stop(Duration.ofMillis(50)));
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    assertEquals(List.of(), crashes);
  }

  /** Throws what a handler may throw although it does not say so. */
  private static RuntimeException sneaky(Throwable thrown) {
    switch (thrown) {
      case RuntimeException runtime -> throw runtime;
      case Error error -> throw error;
      default -> throw new IllegalArgumentException(thrown);
    }
  }
}
