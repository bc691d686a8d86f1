package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One program takes the other's place in an installation of the original, and gives it back. */
final class SwapIT {
  private final Cluster cluster = Cluster.current();
  private final Installation place = Installation.create(cluster).withKey("key-a");
  private final Namespace namespace = cluster.newNamespace();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-71")
  @Tag("C-208")
  void from_the_original_to_ours_and_back_no_secret_is_rewritten() {
    if (System.getenv("UPSTREAM_CONTROLLER") == null) {
      System.out.println("no UPSTREAM_CONTROLLER names the original: 0 swaps were tried");
      return;
    }
    String original = Cluster.ROOT.resolve("e2e/upstream-controller").toString();
    try (ControllerProcess first = start(List.of(original))) {
      unseal("one", "two", "three");
      first.terminate();
    }
    Map<String, String> before = versions();
    try (ControllerProcess ours = start(List.of())) {
      unseal("four");
      Await.pause(Duration.ofSeconds(3));
      ours.terminate();
    }
    assertUnchanged(before);
    before = versions();
    try (ControllerProcess last = start(List.of(original))) {
      unseal("five");
      Await.pause(Duration.ofSeconds(3));
      last.terminate();
    }
    assertUnchanged(before);
  }

  private ControllerProcess start(List<String> program) {
    List<String> flags = List.of(ControllerProcess.NO_RENEWAL);
    return (program.isEmpty()
            ? ControllerProcess.start(place, place.kubeconfig(), flags)
            : ControllerProcess.start(program, place, place.kubeconfig(), flags))
        .awaitReady();
  }

  private void unseal(String... names) {
    for (String name : names) {
      namespace.create(
          Kind.SEALED_SECRET,
          Installation.sealing("key-a").sealedSecret(namespace.name(), name, Map.of("k", name)));
    }
    for (String name : names) {
      namespace.awaitSecret(name, Map.of("k", name));
      namespace.awaitSynced(name, "True");
    }
  }

  /** Each Secret's, which every write moves. */
  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    cluster
        .list(Kind.SECRET, namespace.name())
        .forEach(
            it ->
                versions.put(
                    it.at("/metadata/name").asString(),
                    it.at("/metadata/resourceVersion").asString()));
    return versions;
  }

  private void assertUnchanged(Map<String, String> before) {
    Map<String, String> now = versions();
    now.keySet().retainAll(before.keySet());
    assertEquals(before, now);
  }
}
