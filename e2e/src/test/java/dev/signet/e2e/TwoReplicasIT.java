package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two of them at once with the original's rights, which know no Leases: both take the lead. */
final class TwoReplicasIT {
  private static final int OBJECTS = 40;

  private final Installation place = Installation.create(Cluster.current());
  private final Namespace namespace = Cluster.current().newNamespace();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @RepeatedTest(3)
  @Tag("C-60")
  @Tag("C-202")
  void two_that_start_in_the_same_moment_make_one_key_and_each_secret_once() {
    try (ControllerProcess one = start();
        ControllerProcess other = start()) {
      one.awaitReady();
      other.awaitReady();
      assertEquals(one.get("/v1/cert.pem"), other.get("/v1/cert.pem"));
      Sealing sealing =
          Sealing.with(
              Objects.requireNonNull(
                  Namespace.items(place.keySecrets().getFirst()).get("tls.key")));
      namespace.create(
          Kind.SEALED_SECRET, sealing.sealedSecret(namespace.name(), "shared", Map.of("k", "v")));
      namespace.awaitSecret("shared", Map.of("k", "v"));
      namespace.awaitSynced("shared", "True");
      // A second key would be stored a moment after the first, if at all.
      Await.pause(Duration.ofSeconds(2));
      assertEquals(1, place.keySecrets().size());
      assertEquals(0, one.terminate(), one::log);
      assertEquals(0, other.terminate(), other::log);
    }
    assertEquals(List.of(), AuditLog.refusalsOf(place.user()));
  }

  @Test
  @Tag("C-106")
  @Tag("C-202")
  void two_that_work_at_the_same_time_write_each_secret_once_and_count_no_error() {
    place.withKey("key-a");
    List<String> flags = List.of(ControllerProcess.NO_RENEWAL);
    try (ControllerProcess one = ControllerProcess.start(place, place.kubeconfig(), flags);
        ControllerProcess other = ControllerProcess.start(place, place.kubeconfig(), flags)) {
      one.awaitReady();
      other.awaitReady();
      for (int i = 0; i < OBJECTS; i++) {
        namespace.create(
            Kind.SEALED_SECRET,
            Installation.sealing("key-a")
                .sealedSecret(namespace.name(), "both-" + i, Map.of("k", "v")));
      }
      for (int i = 0; i < OBJECTS; i++) {
        namespace.awaitSynced("both-" + i, "True");
      }
      Map<String, String> settled = versions();
      Await.pause(Duration.ofSeconds(3));
      assertEquals(settled, versions(), "they go on writing, each against the other");
      for (ControllerProcess each : List.of(one, other)) {
        List<String> errors =
            each.metrics()
                .lines()
                .filter(it -> it.startsWith("sealed_secrets_controller_unseal_errors_total{"))
                .filter(it -> it.contains(namespace.name()) || it.contains("namespace=\"\""))
                .filter(it -> !it.endsWith(" 0"))
                .toList();
        assertEquals(List.of(), errors, each::log);
      }
    }
  }

  /** Of all objects: a write of any of them moves it. */
  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    for (Kind kind : List.of(Kind.SECRET, Kind.SEALED_SECRET)) {
      place
          .cluster()
          .list(kind, namespace.name())
          .forEach(
              it ->
                  versions.put(
                      kind + " " + it.at("/metadata/name").asString(),
                      it.at("/metadata/resourceVersion").asString()));
    }
    return versions;
  }

  private ControllerProcess start() {
    return ControllerProcess.start(place, place.kubeconfig(), List.of());
  }
}
