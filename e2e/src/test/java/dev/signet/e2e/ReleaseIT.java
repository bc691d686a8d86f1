package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Chart;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Tool;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A release of the chart from its installation to its end, and what is left of it. */
final class ReleaseIT {
  private static final int MANY = 50;
  private static final String DEFINITION = "sealedsecrets.bitnami.com";
  private static final String MEANT = "signet.dev/delete-all-sealed-secrets";

  private final Cluster cluster = Cluster.current();
  private final Installation place = new Installation(cluster, cluster.newNamespace());
  private final Namespace namespace = cluster.newNamespace();
  private final String release = place.own().name();

  @AfterEach
  void remove() {
    cluster.kubectl("annotate", "crd", DEFINITION, MEANT + "-");
    cluster.kubectl(
        "delete",
        "--ignore-not-found",
        "validatingadmissionpolicy/" + release + "-definition-guard",
        "validatingadmissionpolicybinding/" + release + "-definition-guard");
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-214")
  @Tag("C-215")
  void uninstalling_leaves_the_definition_every_object_every_secret_and_the_keys() {
    helm(
        "install",
        "--set=replicas=0,definitionGuard.enabled=true,fullnameOverride=" + release,
        "--set=serviceAccount.name=" + Installation.ACCOUNT,
        "--set=rbac.clusterRoleName=secrets-unsealer-" + release,
        Chart.FOLDER);
    try (ControllerProcess controller =
        ControllerProcess.start(place, place.kubeconfig(), flags()).awaitReady()) {
      JsonNode key = place.keySecrets().getFirst();
      Sealing sealing = Sealing.with(Namespace.items(key).getOrDefault("tls.key", ""));
      for (int i = 0; i < MANY; i++) {
        namespace.create(
            Kind.SEALED_SECRET,
            sealing.sealedSecret(namespace.name(), "kept-" + i, Map.of("k", "v" + i)));
      }
      for (int i = 0; i < MANY; i++) {
        namespace.awaitSecret("kept-" + i, Map.of("k", "v" + i));
        namespace.awaitSynced("kept-" + i, "True");
      }
      assertEquals(0, controller.terminate());
    }
    Map<String, String> before = kept();
    assertEquals(2 * MANY + 1, before.size() - 1, "objects, their Secrets, a key; the definition");
    helm("uninstall");
    assertEquals(before, kept());
    assertGuarded();
  }

  /** It outlives the release; a trial run asks it as a real one would. */
  private void assertGuarded() {
    Await.until(
        "the definition cannot be deleted by accident",
        Duration.ofSeconds(60),
        this::tryToDelete,
        it -> it.exit() != 0 && it.err().contains(MEANT));
    cluster.kubectl("annotate", "crd", DEFINITION, MEANT + "=yes");
    Await.until(
        "and can when it is meant",
        Duration.ofSeconds(60),
        this::tryToDelete,
        it -> it.exit() == 0);
  }

  private Ran tryToDelete() {
    return Command.of("kubectl", "delete", "crd", DEFINITION, "--dry-run=server").run();
  }

  /** Those of the Deployment that was installed; the ports are the test's. */
  private List<String> flags() {
    String deployment = place.own().kubectl("get", "deployment", release, "-o", "json");
    JsonNode args = Json.read(deployment).at("/spec/template/spec/containers/0/args");
    List<String> flags = new ArrayList<>(args.valueStream().map(JsonNode::asString).toList());
    int ports = flags.indexOf("--listen-addr");
    flags.subList(ports, ports + 4).clear();
    return flags;
  }

  /** By kind and name, what must be the same object with the same content. */
  private Map<String, String> kept() {
    Map<String, String> kept = new TreeMap<>();
    for (Kind kind : List.of(Kind.SEALED_SECRET, Kind.SECRET)) {
      cluster.list(kind, namespace.name()).forEach(it -> keep(kept, kind.name(), it));
    }
    place.keySecrets().forEach(it -> keep(kept, "key", it));
    String path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + DEFINITION;
    JsonNode definition = cluster.get(path).orElseThrow();
    kept.put("definition", definition.at("/metadata/uid").asString());
    return kept;
  }

  private static void keep(Map<String, String> kept, String kind, JsonNode object) {
    kept.put(
        kind + " " + object.at("/metadata/name").asString(),
        object.at("/metadata/uid").asString() + " " + object.path("data"));
  }

  private void helm(String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(verb, release, "-n", place.own().name()));
    words.addAll(List.of(more));
    Tool.HELM.command(words.toArray(String[]::new)).out();
  }
}
