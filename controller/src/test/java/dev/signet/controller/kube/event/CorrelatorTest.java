package dev.signet.controller.kube.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CorrelatorTest {
  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
  private final Correlator correlator = new Correlator(() -> now);

  @Test
  @Tag("C-145")
  void the_same_again_counts_up() {
    Series first = correlator.take(failure("no")).orElseThrow();
    now = now.plusSeconds(60);
    Series second = correlator.take(failure("no")).orElseThrow();
    assertEquals(first.name(), second.name());
    assertEquals(1, first.count());
    assertEquals(2, second.count());
    assertEquals(first.first(), second.first());
    assertEquals(now, second.last());
    assertNotEquals(first.name(), correlator.take(failure("other")).orElseThrow().name());
  }

  @Test
  @Tag("C-145")
  void many_messages_of_one_reason_become_one_event() {
    for (int i = 0; i < 10; i++) {
      assertEquals(1, correlator.take(failure("message " + i)).orElseThrow().count());
    }
    Series eleventh = correlator.take(failure("message 10")).orElseThrow();
    Series twelfth = correlator.take(failure("message 11")).orElseThrow();
    assertEquals("(combined from similar events): message 10", eleventh.what().message());
    assertEquals("(combined from similar events): message 11", twelfth.what().message());
    assertEquals(eleventh.name(), twelfth.name());
    assertEquals(2, twelfth.count());
    now = now.plus(Duration.ofMinutes(11));
    assertEquals(
        "message 12", correlator.take(failure("message 12")).orElseThrow().what().message());
  }

  @Test
  @Tag("C-145")
  void an_object_that_says_too_much_is_let_through_now_and_then() {
    for (int i = 0; i < 25; i++) {
      assertTrue(correlator.take(failure("no")).isPresent());
    }
    assertEquals(Optional.empty(), correlator.take(failure("no")));
    now = now.plus(Duration.ofMinutes(5));
    assertEquals(26, correlator.take(failure("no")).orElseThrow().count());
    assertEquals(Optional.empty(), correlator.take(failure("no")));
  }

  @Test
  void what_the_server_did_not_take_begins_anew() {
    correlator.forget(correlator.take(failure("no")).orElseThrow());
    assertEquals(1, correlator.take(failure("no")).orElseThrow().count());
  }

  @Test
  void memory_is_bounded() {
    for (int i = 0; i < 20_000; i++) {
      correlator.take(occurrence("uid-" + i, "name", "no"));
    }
    assertEquals(1, correlator.take(occurrence("uid-1", "name", "no")).orElseThrow().count());
    assertEquals(2, correlator.take(occurrence("uid-19999", "name", "no")).orElseThrow().count());
  }

  @Test
  @Tag("C-144")
  void the_name_is_the_objects_and_hex_and_fits_whatever_the_object_is_called() {
    String name = correlator.take(failure("no")).orElseThrow().name();
    assertTrue(name.matches("creds\\.[0-9a-f]{16}"), name);
    String longest = ("a".repeat(60) + ".").repeat(4) + "b".repeat(9);
    String cut = correlator.take(occurrence("u", longest, "no")).orElseThrow().name();
    assertTrue(cut.length() <= 253);
    assertFalse(cut.contains(".."));
  }

  private static Occurrence failure(String message) {
    return occurrence("uid-0", "creds", message);
  }

  private static Occurrence occurrence(String uid, String name, String message) {
    Subject subject =
        new Subject("bitnami.com/v1alpha1", "SealedSecret", new ObjectKey("a", name), uid, "7");
    return new Occurrence(subject, Events.Kind.WARNING, "ErrUnsealFailed", message);
  }
}
