package dev.signet.controller.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.controller.kube.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C-100")
final class RepairPaceTest {
  private static final ObjectKey KEY = new ObjectKey("team-a", "creds");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final RepairPace pace = new RepairPace();

  @Test
  void three_repairs_are_made_at_once_and_then_each_waits_twice_as_long() {
    List<Long> seconds = new ArrayList<>();
    Instant now = NOW;
    for (int repair = 0; repair < 14; repair++) {
      Duration pause = pace.pause(KEY, now);
      seconds.add(pause.toSeconds());
      now = now.plus(pause);
      pace.repaired(KEY, now);
    }
    assertEquals(
        List.of(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L), seconds);
  }

  @Test
  void what_was_left_in_peace_for_long_begins_anew() {
    for (int repair = 0; repair < 10; repair++) {
      pace.repaired(KEY, NOW);
    }
    Instant later = NOW.plus(Duration.ofMinutes(11));
    assertEquals(Duration.ZERO, pace.pause(KEY, later));
    pace.repaired(KEY, later);
    assertEquals(Duration.ZERO, pace.pause(KEY, later));
  }

  @Test
  void a_clock_that_is_set_back_does_not_stop_repairs() {
    for (int repair = 0; repair < 10; repair++) {
      pace.repaired(KEY, NOW);
    }
    assertEquals(Duration.ZERO, pace.pause(KEY, NOW.minus(Duration.ofDays(1))));
  }

  @Test
  void a_forgotten_object_begins_anew() {
    for (int repair = 0; repair < 10; repair++) {
      pace.repaired(KEY, NOW);
    }
    pace.forget(KEY);
    assertEquals(Duration.ZERO, pace.pause(KEY, NOW));
  }
}
