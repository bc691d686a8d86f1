package dev.signet.controller.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random schedules against the promises: never two workers for one key, never a change that is not
 * worked on after it was made, never a key that is lost. A failing schedule is named by its seed.
 */
final class WorkQueueRandomTest {
  private static final int SCHEDULES = 300;
  private static final int STEPS = 400;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TestFactory
  List<DynamicTest> keeps_its_promises() {
    return LongStream.range(0, SCHEDULES)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new Run(seed).all()))
        .toList();
  }

  private static final class Run {
    private final long seed;
    private final Random random;
    private final WorkQueue<Integer> queue;
    private long now;

    /** Keys in work, with the change that their worker has seen. */
    private final Map<Integer, Integer> working = new HashMap<>();

    /** Changes made and changes worked on, by key. */
    private final Map<Integer, Integer> made = new HashMap<>();

    private final Map<Integer, Integer> handled = new HashMap<>();

    Run(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.now = random.nextLong();
      this.queue =
          new WorkQueue<>(
              new Backoff(Duration.ofMillis(5), LONGEST), random, () -> now, key -> key % 3);
    }

    void all() {
      for (int i = 0; i < STEPS; i++) {
        step();
        invariants();
      }
      settle();
      assertEquals(made, handled, "seed " + seed);
      assertEquals(new QueueSizes(0, 0, 0), queue.sizes(), "seed " + seed);
    }

    private void step() {
      switch (random.nextInt(8)) {
        case 0, 1 -> change();
        case 2, 3 -> take();
        case 4, 5 -> finish(random.nextInt(3));
        case 6 -> now += random.nextLong(LONGEST.toNanos());
        default -> queue.wakeFailed(key -> random.nextBoolean());
      }
    }

    private void change() {
      int key = random.nextInt(12);
      made.merge(key, 1, Integer::sum);
      switch (random.nextInt(3)) {
        case 0 -> queue.add(key, Priority.BACKLOG);
        case 1 -> queue.add(key, Priority.NEWS);
        default -> queue.wake(key);
      }
    }

    private boolean take() {
      Optional<Integer> key = queue.tryTake();
      key.ifPresent(
          it ->
              assertTrue(
                  working.put(it, made.getOrDefault(it, 0)) == null,
                  "two workers for one key, seed " + seed));
      return key.isPresent();
    }

    private void finish(int how) {
      if (working.isEmpty()) {
        return;
      }
      List<Integer> keys = new ArrayList<>(working.keySet());
      int key = keys.get(random.nextInt(keys.size()));
      Integer seen = working.remove(key);
      switch (how) {
        case 0 -> {
          handled.put(key, seen);
          queue.done(key, Next.done());
        }
        case 1 -> queue.done(key, Next.retry());
        default -> queue.done(key, Next.after(Duration.ofNanos(random.nextLong(1_000_000_000L))));
      }
    }

    private void invariants() {
      QueueSizes sizes = queue.sizes();
      assertEquals(working.size(), sizes.working(), "seed " + seed);
      Set<Integer> known = new HashSet<>(made.keySet());
      assertTrue(sizes.ready() + sizes.waiting() + sizes.working() <= known.size());
    }

    /** All succeed from here on, so all must come to an end. */
    private void settle() {
      for (int i = 0; i < 1000 && !queue.sizes().equals(new QueueSizes(0, 0, 0)); i++) {
        while (take()) {
          // Take whatever is ready.
        }
        while (!working.isEmpty()) {
          finish(0);
        }
        now += LONGEST.toNanos();
      }
    }
  }
}
