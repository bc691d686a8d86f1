package dev.signet.e2e;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.AuditLog.Request;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The controller ends, in every way, and starts again. */
final class RestartIT {
  private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");

  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();
  private final Sealing sealing = signet.sealing();

  @Test
  @Tag("C-108")
  void nothing_is_written_for_what_was_settled_before() {
    for (int i = 0; i < 5; i++) {
      seal("settled-" + i, Map.of("k", "v" + i));
      namespace.awaitSynced("settled-" + i, "True");
    }
    Await.pause(Duration.ofSeconds(1));
    assertEquals(0, signet.controller().terminate());
    int before = requests().size();
    List<JsonNode> objects = signet.cluster().list(Kind.SEALED_SECRET, namespace.name());
    List<JsonNode> events = signet.cluster().list(Kind.EVENT, namespace.name());

    signet.start().awaitReady();
    Await.pause(Duration.ofSeconds(3));
    assertEquals(objects, signet.cluster().list(Kind.SEALED_SECRET, namespace.name()));
    assertEquals(events, signet.cluster().list(Kind.EVENT, namespace.name()));
    List<Request> writes =
        requests().stream().skip(before).filter(RestartIT::isWriteInNamespace).toList();
    assertEquals(List.of(), writes);
  }

  /** In its own namespace a start may tell about keys. */
  private static boolean isWriteInNamespace(Request it) {
    return WRITES.contains(it.verb())
        && !it.namespace().equals(signet.installation().own().name())
        && Set.of("secrets", "sealedsecrets/status", "events").contains(it.resource());
  }

  private static List<Request> requests() {
    return AuditLog.of(signet.installation().user());
  }

  @Test
  void what_happened_meanwhile_is_made_good() {
    seal("changed", Map.of("k", "old"));
    seal("edited", Map.of("k", "v"));
    seal("secret-gone", Map.of("k", "v"));
    seal("both-gone", Map.of("k", "v"));
    for (String name : List.of("changed", "edited", "secret-gone", "both-gone")) {
      namespace.awaitSynced(name, "True");
    }
    signet.controller().kill();
    namespace.kubectl("delete", "sealedsecret", "changed", "both-gone");
    seal("changed", Map.of("k", "new"));
    namespace.merge(Kind.SECRET, "edited", "{\"data\": {\"k\": \"YnkgaGFuZA==\"}}");
    namespace.kubectl("delete", "secret", "secret-gone");
    seal("made", Map.of("k", "v"));

    signet.start().awaitReady();
    namespace.awaitSecret("changed", Map.of("k", "new"));
    namespace.awaitSecret("edited", Map.of("k", "v"));
    namespace.awaitSecret("secret-gone", Map.of("k", "v"));
    namespace.awaitSecret("made", Map.of("k", "v"));
    namespace.awaitNoSecret("both-gone");
  }

  @Test
  @Tag("C-46")
  @Tag("C-47")
  void it_ends_well_when_it_is_asked_to() {
    assertEquals(0, signet.controller().terminate());
    assertNoErrorOfItsOwn(signet.controller().log());
    signet.start().awaitReady();
    signet.controller().signal("INT");
    Await.until("it ends", Duration.ofSeconds(20), () -> !signet.controller().isAlive());
    assertNoErrorOfItsOwn(signet.controller().log());
    signet.start().awaitReady();
  }

  /** Objects that other tests left may fail meanwhile, and are told with their key. */
  private static void assertNoErrorOfItsOwn(String log) {
    assertEquals(
        "",
        log.lines()
            .filter(line -> line.contains("level=ERROR") && !line.contains(" key="))
            .collect(joining("\n")));
  }

  @Test
  @Tag("C-36")
  @Tag("C-238")
  void it_says_that_it_lives_within_a_second_or_two_of_its_start() {
    signet.controller().kill();
    long began = System.nanoTime();
    signet.start();
    Await.until(
        "/healthz answers",
        Duration.ofSeconds(20),
        () -> signet.controller().status("/healthz") == 200);
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    System.out.println("/healthz answers " + millis + " ms after the start");
    assertTrue(millis < 5000, "it took " + millis + " ms");
    signet.controller().awaitReady();
  }

  private void seal(String name, Map<String, String> items) {
    namespace.create(Kind.SEALED_SECRET, sealing.sealedSecret(namespace.name(), name, items));
  }
}
