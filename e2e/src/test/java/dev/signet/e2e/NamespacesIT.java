package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Which SealedSecrets the flags choose. */
final class NamespacesIT {
  private static final Map<String, String> ITEMS = Map.of("k", "v");
  private static final int MANY = 250;

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Sealing sealing = Installation.sealing("key-a");
  private final List<Namespace> made = new ArrayList<>();

  @AfterEach
  void remove() {
    place.removeUnrefused();
    made.forEach(Namespace::delete);
  }

  @Test
  @Tag("C-10")
  void the_own_namespace_alone() {
    Namespace other = namespace();
    try (ControllerProcess controller = start("--all-namespaces=false")) {
      seal(place.own(), "mine");
      place.own().awaitSecret("mine", ITEMS);
      seal(other, "not-mine");
      assertLeftAlone(other, "not-mine");
      assertTrue(controller.isAlive());
    }
  }

  @Test
  @Tag("C-11")
  void the_own_and_hundreds_more_one_of_them_made_later() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Namespace namespace = namespace();
      names.add(namespace.name());
      seal(namespace, "before");
    }
    Namespace other = namespace();
    String later = other.name() + "-later";
    long began = System.nanoTime();
    try (ControllerProcess controller =
        start("--additional-namespaces=" + String.join(", ", names) + "," + later)) {
      made.subList(0, MANY).forEach(it -> it.awaitSecret("before", ITEMS));
      System.out.printf(
          "%d namespaces were served %d ms after the start%n",
          MANY, Duration.ofNanos(System.nanoTime() - began).toMillis());
      seal(place.own(), "mine");
      place.own().awaitSecret("mine", ITEMS);
      seal(other, "not-mine");
      assertLeftAlone(other, "not-mine");

      made.add(Cluster.current().newNamespace(later));
      seal(made.getLast(), "late");
      Await.until(
          "a namespace made later is served",
          Duration.ofSeconds(60),
          () -> made.getLast().secret("late").isPresent());
      assertTrue(controller.isAlive());
    }
  }

  @Test
  @Tag("C-12")
  void those_with_the_label_alone_and_their_secrets_without_it() {
    Namespace namespace = namespace();
    try (ControllerProcess controller = start("--label-selector=team=a")) {
      ObjectNode chosen = sealing.sealedSecret(namespace.name(), "chosen", ITEMS);
      chosen.withObject("metadata").withObject("labels").put("team", "a");
      namespace.create(Kind.SEALED_SECRET, chosen);
      namespace.awaitSecret("chosen", ITEMS);
      seal(namespace, "not-chosen");
      assertLeftAlone(namespace, "not-chosen");
      namespace.kubectl("delete", "secret", "chosen");
      namespace.awaitSecret("chosen", ITEMS);
      assertTrue(controller.isAlive());
    }
  }

  private static void assertLeftAlone(Namespace namespace, String name) {
    Await.pause(Duration.ofSeconds(2));
    assertTrue(namespace.secret(name).isEmpty(), "a Secret was made");
    assertTrue(!namespace.sealedSecret(name).orElseThrow().has("status"), "a status was written");
  }

  private Namespace namespace() {
    Namespace namespace = Cluster.current().newNamespace();
    made.add(namespace);
    return namespace;
  }

  private ControllerProcess start(String... flags) {
    List<String> all = new ArrayList<>(List.of(ControllerProcess.NO_RENEWAL));
    all.addAll(List.of(flags));
    return ControllerProcess.start(place, place.kubeconfig(), all).awaitReady();
  }

  private void seal(Namespace namespace, String name) {
    namespace.create(Kind.SEALED_SECRET, sealing.sealedSecret(namespace.name(), name, ITEMS));
  }
}
