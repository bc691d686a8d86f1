package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.AuditLog.Request;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Sealing;
import dev.signet.e2e.oracle.Sealing.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The original, then ours in its place with the same arguments and rights, then the original again:
 * no Secret notices. {@code -Dsignet.peer.controller} names the original, and {@code
 * UPSTREAM_CONTROLLER} the same, see {@code e2e/upstream-controller}.
 */
final class TakeoverIT {
  private static final int OBJECTS = 50;
  private static final Set<String> READS = Set.of("get", "list", "watch");
  private static final String MANAGED = "sealedsecrets.bitnami.com/managed";
  private static final String PATCH = "sealedsecrets.bitnami.com/patch";
  private static final String SKIP = "sealedsecrets.bitnami.com/skip-set-owner-references";

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();
  private final Sealing sealing = Installation.sealing("key-a");
  private final Path kubeconfig = place.kubeconfig();
  private final List<String> errors = new ArrayList<>();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-71")
  @Tag("C-108")
  @Tag("C-172")
  @Tag("C-198")
  void no_secret_notices_who_the_controller_is() {
    String peer = System.getenv("UPSTREAM_CONTROLLER");
    if (peer == null) {
      System.out.println("take-over: UPSTREAM_CONTROLLER is not set, peer absent: 0 compared");
      return;
    }
    String original = Cluster.ROOT.resolve("e2e/upstream-controller").toString();
    for (int i = 0; i < OBJECTS; i++) {
      create(i);
    }
    run(original);
    Map<String, String> secrets = versions();
    assertEquals(OBJECTS + 1, secrets.size());

    int before = requests().size();
    run(ControllerProcess.program());
    List<Request> ours = requests().stream().skip(before).toList();
    assertEquals(List.of(), ours.stream().filter(TakeoverIT::writesSecret).toList());
    assertEquals(List.of(), ours.stream().filter(it -> !it.allowed()).toList());
    assertEquals(secrets, versions());

    run(original);
    assertEquals(secrets, versions());
    assertEquals(List.of(), errors, "what upstream's alert counts");
    System.out.printf(
        "%d objects, original, ours, original: %d requests of ours, 0 writes to a Secret, 0"
            + " refused; uid and resourceVersion of %d Secrets as before%n",
        OBJECTS, ours.size(), secrets.size());
  }

  private static boolean writesSecret(Request request) {
    return request.resource().equals("secrets") && !READS.contains(request.verb());
  }

  private List<Request> requests() {
    return AuditLog.of(place.user());
  }

  /** Until it has handled everything, and a little longer. */
  private void run(String program) {
    List<String> flags = List.of(ControllerProcess.NO_RENEWAL, "--kubeclient-qps=-1");
    try (ControllerProcess controller =
        ControllerProcess.start(List.of(program), place, kubeconfig, flags).awaitReady()) {
      Await.until(
          "all are handled and synced",
          Duration.ofMinutes(2),
          () -> {
            String page = controller.metrics();
            noteErrors(page);
            return page.lines().filter(this::isSynced).count();
          },
          it -> it == OBJECTS);
      Await.pause(Duration.ofSeconds(3));
      noteErrors(controller.metrics());
      controller.terminate();
    }
  }

  private boolean isSynced(String line) {
    return line.startsWith("sealed_secrets_controller_condition_info{")
        && line.contains("namespace=\"" + namespace.name() + "\"")
        && line.contains("condition=\"Synced\"")
        && line.endsWith(" 1");
  }

  /** The alert is on any increase of these. */
  private void noteErrors(String page) {
    page.lines()
        .filter(line -> line.startsWith("sealed_secrets_controller_unseal_errors_total{"))
        .filter(line -> !line.endsWith(" 0"))
        .forEach(errors::add);
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    for (Namespace each : List.of(namespace, place.own())) {
      for (JsonNode secret : place.cluster().list(Kind.SECRET, each.name())) {
        JsonNode metadata = secret.path("metadata");
        versions.put(
            each.name() + "/" + metadata.path("name").asString(),
            metadata.path("uid").asString() + " " + metadata.path("resourceVersion").asString());
      }
    }
    return versions;
  }

  /** Ten kinds, each five times. */
  private void create(int i) {
    String name = "object-" + i;
    switch (i % 10) {
      case 0 -> create(sealed(name, Scope.STRICT));
      case 1 -> create(sealed(name, Scope.NAMESPACE_WIDE));
      case 2 -> create(sealed(name, Scope.CLUSTER_WIDE));
      case 3 -> create(with(sealed(name, Scope.STRICT), Map.of("type", "example.com/some")));
      case 4 ->
          create(
              with(
                  sealed(name, Scope.STRICT),
                  Map.of(
                      "metadata",
                      Map.of("labels", Map.of("l", "v"), "annotations", Map.of("a", "b c")))));
      case 5 -> create(with(sealed(name, Scope.STRICT), Map.of("immutable", true)));
      case 6 ->
          create(
              with(
                  sealed(name, Scope.STRICT),
                  Map.of("data", Map.of("out", "{{ .k | quote }} {{ index . \"k\" }}"))));
      case 7 -> create(deprecated(name));
      case 8 -> {
        foreign(name, i % 20 == 8 ? MANAGED : PATCH);
        create(sealed(name, Scope.STRICT));
      }
      default ->
          create(
              with(
                  sealed(name, Scope.STRICT),
                  Map.of(
                      "metadata", Map.of("annotations", Map.of(SKIP, "true", MANAGED, "true")))));
    }
  }

  private void create(ObjectNode object) {
    namespace.create(Kind.SEALED_SECRET, object);
  }

  private ObjectNode sealed(String name, Scope scope) {
    return sealing.sealedSecret(
        namespace.name(), name, Map.of("k", "value of " + name, "empty", ""), scope);
  }

  private static ObjectNode with(ObjectNode object, Map<String, Object> template) {
    object.withObject("spec").set("template", Json.tree(template));
    return object;
  }

  private ObjectNode deprecated(String name) {
    ObjectNode object = sealing.sealedSecret(namespace.name(), name, Map.of());
    String secret =
        "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"data\": {\"k\": \"dg==\"},"
            + " \"type\": \"Opaque\"}";
    object.withObject("spec").put("data", sealing.item(namespace.name() + "/" + name, secret));
    return object;
  }

  private void foreign(String name, String annotation) {
    namespace.apply(
        Json.tree(
                Map.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Secret",
                    "metadata",
                    Map.of("name", name, "annotations", Map.of(annotation, "true")),
                    "stringData",
                    Map.of("mine", "1")))
            .toString());
  }
}
