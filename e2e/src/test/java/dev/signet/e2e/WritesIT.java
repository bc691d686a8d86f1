package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.AuditLog.Request;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often the controller asks and writes, by the API server's own count. */
final class WritesIT {
  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();

  @Test
  @Tag("C-74")
  @Tag("C-140")
  @Tag("C-236")
  void a_new_object_costs_one_secret_one_event_and_one_status() {
    seal("once", Map.of("k", "v"));
    settle("once");
    assertWrites(
        List.of("create events", "create secrets", "update sealedsecrets/status"), requests());
    assertTrue(requests().size() <= 5, "more than it takes: " + requests());
  }

  @Test
  @Tag("C-82")
  @Tag("C-233")
  void nothing_is_asked_or_written_while_nothing_happens() {
    seal("quiet", Map.of("k", "v"));
    settle("quiet");
    List<Request> before = requests();
    Await.pause(Duration.ofSeconds(5));
    namespace.kubectl("label", "sealedsecret", "quiet", "some=label");
    Await.pause(Duration.ofSeconds(2));
    assertEquals(before, requests());
  }

  @Test
  @Tag("C-81")
  void a_change_costs_one_update_one_event_and_one_status() {
    seal("changed", Map.of("k", "v"));
    settle("changed");
    int before = requests().size();
    namespace.merge(
        Kind.SEALED_SECRET,
        "changed",
        "{\"spec\": {\"encryptedData\": {\"k\": \"%s\"}}}"
            .formatted(signet.sealing().item(namespace.name() + "/changed", "w")));
    namespace.awaitSecret("changed", Map.of("k", "w"));
    settle("changed");
    List<Request> after = requests();
    // The Event of before is counted up.
    assertWrites(
        List.of("patch events", "update sealedsecrets/status", "update secrets"),
        after.subList(before, after.size()));
  }

  private void settle(String name) {
    namespace.awaitSynced(name, "True");
    namespace.awaitEvent(name, "Unsealed");
    Await.pause(Duration.ofSeconds(1));
  }

  private static void assertWrites(List<String> wanted, List<Request> requests) {
    List<String> writes =
        requests.stream()
            .filter(it -> !it.verb().equals("get"))
            .map(it -> it.verb() + " " + it.resource())
            .sorted()
            .toList();
    if (Testbed.current().isPresent()) {
      assertEquals(wanted, writes);
    }
  }

  /** Those in the namespace of the test: lists and watches are the whole cluster's. */
  private List<Request> requests() {
    return AuditLog.of(signet.installation().user()).stream()
        .filter(it -> it.namespace().equals(namespace.name()))
        .toList();
  }

  private void seal(String name, Map<String, String> items) {
    namespace.create(
        Kind.SEALED_SECRET, signet.sealing().sealedSecret(namespace.name(), name, items));
  }
}
