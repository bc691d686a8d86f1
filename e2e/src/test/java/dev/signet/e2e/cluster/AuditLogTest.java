package dev.signet.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.AuditLog.Request;
import dev.signet.e2e.cluster.Testbed.Restart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that finds no refusals proves nothing unless it sees them. */
final class AuditLogTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void what_is_allowed_elsewhere_or_later_was_refused_all_the_same() {
    List<Request> requests =
        List.of(
            list("here", false, 1),
            list("here", false, 2),
            list("there", true, 3),
            list("here", true, 4),
            list("", false, 5));
    assertEquals(
        List.of("list secrets everywhere: 1", "list secrets in here: 2"),
        AuditLog.refusals(requests, List.of()));
  }

  @Test
  void what_a_starting_api_server_refuses_does_not_count_but_what_it_refuses_later_does() {
    Restart restart = new Restart(START.plusSeconds(10), START.plusSeconds(20));
    List<Request> requests =
        List.of(
            list("a", false, 9), list("b", false, 15), list("c", false, 22), list("d", false, 24));
    assertEquals(
        List.of("list secrets in a: 1", "list secrets in d: 1"),
        AuditLog.refusals(requests, List.of(restart)));
  }

  private static Request list(String namespace, boolean allowed, int second) {
    return new Request(
        "list",
        new AuditLog.Target("secrets", namespace, ""),
        new AuditLog.Result(START.plusSeconds(second), allowed, allowed ? 200 : 403));
  }
}
