package dev.signet.controller.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WorkQueueTest {
  private long now;
  private final Backoff backoff = new Backoff(Duration.ofMillis(5), Duration.ofMinutes(5));
  private final WorkQueue<String> queue = new WorkQueue<>(backoff, new Random(1), () -> now);

  @Test
  void hands_out_the_oldest_and_the_newest_in_turn() {
    for (String key : List.of("a", "b", "c", "d", "a")) {
      queue.add(key, Priority.NEWS);
    }
    assertEquals(List.of("a", "d", "b", "c"), takeAll());
  }

  @Test
  void one_behind_hundreds_does_not_wait_for_them() {
    for (int i = 0; i < 300; i++) {
      queue.add("many-" + i, Priority.NEWS);
    }
    assertEquals(Optional.of("many-0"), queue.tryTake());
    queue.add("single", Priority.NEWS);
    assertEquals("single", takeAll().getFirst());
  }

  @Test
  void owners_take_turns_so_a_flood_of_one_delays_no_other_by_more_than_a_key_each() {
    WorkQueue<String> fair =
        new WorkQueue<>(backoff, new Random(1), () -> now, key -> key.charAt(0));
    for (int i = 0; i < 1000; i++) {
      fair.add("flood-" + i, Priority.NEWS);
    }
    fair.tryTake();
    fair.add("good", Priority.NEWS);
    for (int i = 1000; i < 2000; i++) {
      fair.add("flood-" + i, Priority.NEWS);
    }
    List<String> first = List.of(fair.tryTake().orElseThrow(), fair.tryTake().orElseThrow());
    assertTrue(first.contains("good"), first.toString());
    for (int i = 0; i < 1998; i++) {
      assertTrue(fair.tryTake().orElseThrow().startsWith("flood"));
    }
    assertEquals(Optional.empty(), fair.tryTake());
  }

  @Test
  void retries_of_a_flood_delay_no_other_either() {
    WorkQueue<String> fair =
        new WorkQueue<>(backoff, new Random(1), () -> now, key -> key.charAt(0));
    for (int i = 0; i < 100; i++) {
      fair.add("flood-" + i, Priority.NEWS);
    }
    for (int i = 0; i < 100; i++) {
      fair.done(fair.tryTake().orElseThrow(), Next.retry());
    }
    now += Duration.ofHours(1).toNanos();
    fair.add("good", Priority.BACKLOG);
    fair.add("better", Priority.NEWS);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 102; i++) {
      order.add(fair.tryTake().orElseThrow());
    }
    assertTrue(order.indexOf("better") < 2, order::toString);
    assertTrue(order.indexOf("good") < 8, order::toString);
  }

  @Test
  void news_goes_ahead_of_the_backlog() {
    queue.add("old-1", Priority.BACKLOG);
    queue.add("old-2", Priority.BACKLOG);
    queue.add("new", Priority.NEWS);
    assertEquals(List.of("new", "old-1", "old-2"), takeAll());
  }

  @Test
  void a_key_of_the_backlog_that_changes_is_news_and_comes_once() {
    queue.add("old-1", Priority.BACKLOG);
    queue.add("old-2", Priority.BACKLOG);
    queue.add("old-2", Priority.NEWS);
    queue.add("old-2", Priority.BACKLOG);
    assertEquals(List.of("old-2", "old-1"), takeAll());
  }

  @Test
  void the_backlog_gets_its_turn_however_much_is_new() {
    for (int i = 0; i < 100; i++) {
      queue.add("new-" + i, Priority.NEWS);
    }
    queue.add("old", Priority.BACKLOG);
    assertEquals(7, takeAll().indexOf("old"));
  }

  @Test
  void a_key_that_is_added_while_in_work_comes_again_and_not_at_the_same_time() {
    queue.add("a", Priority.NEWS);
    assertEquals(Optional.of("a"), queue.tryTake());
    queue.add("a", Priority.NEWS);
    assertEquals(Optional.empty(), queue.tryTake());
    queue.done("a", Next.done());
    assertEquals(Optional.of("a"), queue.tryTake());
  }

  @Test
  @Tag("C-231")
  void a_failed_key_waits_twice_as_long_each_time_up_to_the_limit_and_never_stops() {
    queue.add("a", Priority.NEWS);
    double expected = 5;
    for (int failures = 1; failures < 40; failures++) {
      assertEquals(Optional.of("a"), queue.tryTake());
      queue.done("a", Next.retry());
      assertEquals(failures, queue.failures("a"));
      double waited = waitForNext();
      assertTrue(waited <= expected + 0.001, waited + " ms at failure " + failures);
      assertTrue(waited >= expected * 0.8 - 0.001, waited + " ms at failure " + failures);
      expected = Math.min(expected * 2, 300_000);
    }
  }

  @Test
  void success_forgets_the_failures() {
    queue.add("a", Priority.NEWS);
    fail("a");
    advance(Duration.ofHours(1));
    fail("a");
    advance(Duration.ofHours(1));
    queue.tryTake();
    queue.done("a", Next.done());
    assertEquals(0, queue.failures("a"));
    assertEquals(new QueueSizes(0, 0, 0), queue.sizes());
  }

  @Test
  void a_change_ends_the_wait_and_keeps_the_count() {
    queue.add("a", Priority.NEWS);
    fail("a");
    advance(Duration.ofHours(1));
    fail("a");
    queue.add("a", Priority.NEWS);
    assertEquals(Optional.of("a"), queue.tryTake());
    assertEquals(2, queue.failures("a"));
  }

  @Test
  void waking_ends_the_wait_and_forgets_the_failures() {
    queue.add("a", Priority.NEWS);
    fail("a");
    queue.wake("a");
    assertEquals(0, queue.failures("a"));
    assertEquals(Optional.of("a"), queue.tryTake());
  }

  @Test
  void waking_the_failed_ones_leaves_the_others_alone() {
    for (String key : List.of("fails-1", "fails-2")) {
      queue.add(key, Priority.NEWS);
      fail(key);
    }
    queue.add("later", Priority.NEWS);
    assertEquals(Optional.of("later"), queue.tryTake());
    queue.done("later", Next.after(Duration.ofHours(1)));
    queue.wakeFailed(key -> !key.equals("fails-2"));
    assertEquals(List.of("fails-1"), takeAll());
  }

  @Test
  void a_key_that_fails_just_now_is_woken_too() {
    queue.add("a", Priority.NEWS);
    assertEquals(Optional.of("a"), queue.tryTake());
    queue.wakeFailed(key -> true);
    queue.done("a", Next.retry());
    assertEquals(Optional.of("a"), queue.tryTake());
  }

  @Test
  void a_later_time_is_no_failure() {
    queue.add("a", Priority.NEWS);
    assertEquals(Optional.of("a"), queue.tryTake());
    queue.done("a", Next.after(Duration.ofSeconds(3)));
    assertEquals(0, queue.failures("a"));
    assertEquals(3000, waitForNext(), 0.001);
  }

  @Test
  void what_fails_for_long_stands_behind_what_is_new() {
    queue.add("bad", Priority.NEWS);
    for (int i = 0; i < 6; i++) {
      fail("bad");
      advance(Duration.ofMinutes(5));
    }
    queue.add("new", Priority.NEWS);
    assertEquals(List.of("new", "bad"), takeAll());
  }

  @Test
  void a_shut_queue_hands_out_nothing_and_takes_nothing_in() throws InterruptedException {
    queue.add("a", Priority.NEWS);
    queue.add("b", Priority.NEWS);
    assertEquals(Optional.of("a"), queue.tryTake());
    queue.shutDown();
    queue.add("c", Priority.NEWS);
    assertEquals(Optional.empty(), queue.take());
    queue.done("a", Next.done());
  }

  @Test
  @Timeout(10)
  void shutting_down_ends_the_waiting() throws Exception {
    CompletableFuture<Optional<String>> taken = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            taken.complete(queue.take());
          } catch (InterruptedException interrupted) {
            taken.completeExceptionally(interrupted);
          }
        });
    queue.shutDown();
    assertEquals(Optional.empty(), taken.get(5, TimeUnit.SECONDS));
  }

  @Test
  void a_key_that_nobody_works_on_cannot_be_done() {
    assertThrows(IllegalArgumentException.class, () -> queue.done("a", Next.done()));
    queue.add("a", Priority.NEWS);
    assertThrows(IllegalArgumentException.class, () -> queue.done("a", Next.done()));
  }

  private void fail(String key) {
    assertEquals(Optional.of(key), queue.tryTake());
    queue.done(key, Next.retry());
  }

  private List<String> takeAll() {
    List<String> keys = new ArrayList<>();
    for (Optional<String> key = queue.tryTake(); key.isPresent(); key = queue.tryTake()) {
      keys.add(key.get());
    }
    return keys;
  }

  /** Milliseconds until there is a key, in steps of a thousandth; puts it back to be taken. */
  private double waitForNext() {
    long start = now;
    long due = queue.nanosToNextDue();
    now += due - 1;
    assertEquals(Optional.empty(), queue.tryTake());
    now += 1;
    return (now - start) / 1e6;
  }

  private void advance(Duration duration) {
    now += duration.toNanos();
  }
}
