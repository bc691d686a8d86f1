package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.AuditLog.Request;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Shipped.Grant;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controller under the very account that a manifest gives it, through all that it ever does: a
 * verb that is missing is refused, one that nothing needs is seen never to be used.
 */
final class LeastRightsIT {
  private final Cluster cluster = Cluster.current();
  private final Namespace elsewhere = cluster.newNamespace();
  private Installation place = new Installation(cluster, elsewhere);

  @AfterEach
  void remove() {
    place.remove();
    elsewhere.delete();
  }

  @Test
  @Tag("C-196")
  @Tag("C-197")
  @Tag("C-198")
  @Tag("C-199")
  @Tag("C-200")
  @Tag("C-201")
  @Tag("C-202")
  @Tag("C-208")
  void for_all_namespaces_no_verb_is_missing_and_none_is_granted_in_vain() {
    place = Installation.create(cluster, "controller");
    live(elsewhere);
    live(elsewhere, "--additional-namespaces=" + elsewhere.name());
    assertEquals(List.of(), refused());
    assertEquals(List.of(), unused("controller"));
  }

  @Test
  @Tag("C-198")
  @Tag("C-202")
  void for_one_namespace_no_verb_is_missing_and_none_is_granted_in_vain() {
    place = Installation.create(cluster, "controller-single-namespace");
    live(place.own(), "--all-namespaces=false");
    assertEquals(List.of(), refused());
    assertEquals(List.of(), unused("controller-single-namespace"));
  }

  @Test
  @Tag("C-203")
  void its_pod_is_let_in_where_only_restricted_pods_are() {
    place = Installation.create(cluster, "controller");
    place
        .own()
        .kubectl(
            "label",
            "namespace",
            place.own().name(),
            "pod-security.kubernetes.io/enforce=restricted");
    ObjectNode deployment = place.shipped("controller").get("Deployment", Installation.ACCOUNT);
    ObjectNode pod = (ObjectNode) deployment.at("/spec/template");
    pod.put("apiVersion", "v1").put("kind", "Pod").withObject("metadata").put("name", "restricted");
    String path = "/api/v1/namespaces/" + place.own().name() + "/pods?dryRun=All";
    assertEquals(201, cluster.send("POST", path, pod).status(), pod::toString);
  }

  /** From its first start to its last: keys, a SealedSecret, its change, the loss of its Secret. */
  private void live(Namespace namespace, String... flags) {
    try (ControllerProcess controller =
        ControllerProcess.start(place, place.kubeconfig(), List.of(flags)).awaitReady()) {
      JsonNode key = place.keySecrets().getFirst();
      Sealing sealing = Sealing.with(Namespace.items(key).getOrDefault("tls.key", ""));
      String name = "lived-" + flags.length;
      namespace.create(
          Kind.SEALED_SECRET, sealing.sealedSecret(namespace.name(), name, Map.of("k", "v")));
      namespace.awaitSecret(name, Map.of("k", "v"));
      namespace.awaitEvent(name, "Unsealed");
      String item = sealing.item(namespace.name() + "/" + name, "w");
      namespace.merge(
          Kind.SEALED_SECRET,
          name,
          "{\"spec\": {\"encryptedData\": {\"k\": \"%s\"}}}".formatted(item));
      namespace.awaitSecret(name, Map.of("k", "w"));
      namespace.kubectl("delete", "secret", name);
      namespace.awaitSecret(name, Map.of("k", "w"));
      namespace.awaitSynced(name, "True");
      // The lease is held on to, and the Event of before is counted up.
      Await.until(
          "all is asked for that ever is",
          Duration.ofSeconds(60),
          () -> used("update", "leases") && used("patch", "events"));
      controller.terminate();
    }
  }

  private boolean used(String verb, String resource) {
    return Testbed.current().isEmpty()
        || requests().stream()
            .anyMatch(it -> it.verb().equals(verb) && it.resource().equals(resource));
  }

  private List<Request> requests() {
    return AuditLog.of(place.user());
  }

  private List<Request> refused() {
    return requests().stream().filter(it -> !it.allowed()).distinct().toList();
  }

  /** What a cluster without a log of requests cannot tell is not told here either. */
  private List<Grant> unused(String manifest) {
    List<Request> requests = requests();
    String own = place.own().name();
    return place.shipped(manifest).grants().stream()
        .filter(grant -> Testbed.current().isPresent())
        .filter(grant -> requests.stream().noneMatch(it -> grant.covers(it, own)))
        .toList();
  }
}
