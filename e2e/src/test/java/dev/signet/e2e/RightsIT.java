package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.AuditLog.Request;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Testbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A right is taken away, or given late; and flags that make one needless. */
final class RightsIT {
  private static final Map<String, String> ITEMS = Map.of("k", "v");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-37")
  @Tag("C-44")
  @Tag("C-196")
  void without_the_right_to_list_it_says_so_waits_and_picks_up_when_it_is_granted() {
    rules("sealedsecrets", List.of());
    try (ControllerProcess controller = start()) {
      Await.until(
          "the log names what is missing",
          SOON,
          controller::log,
          it -> it.contains("sealedsecrets"));
      assertEquals(200, controller.status("/healthz"));
      assertEquals(503, controller.status("/readyz"));
      seal("waiting");
      rules("sealedsecrets", List.of("get", "list", "watch"));
      controller.awaitReady();
      namespace.awaitSecret("waiting", ITEMS);
    }
  }

  @Test
  @Tag("C-146")
  @Tag("C-200")
  void without_the_right_to_write_events_secrets_are_made_all_the_same() {
    rules("events", List.of());
    try (ControllerProcess controller = start().awaitReady()) {
      seal("silent");
      namespace.awaitSecret("silent", ITEMS);
      namespace.awaitSynced("silent", "True");
      assertEquals(List.of(), namespace.events("silent"));
      assertTrue(controller.isAlive());
    }
  }

  @Test
  @Tag("C-139")
  @Tag("C-197")
  void without_the_right_to_write_status_secrets_are_made_and_it_is_told_when_it_is_granted() {
    rules("sealedsecrets/status", List.of());
    try (ControllerProcess controller = start().awaitReady()) {
      seal("untold");
      namespace.awaitSecret("untold", ITEMS);
      String error = "Error updating SealedSecret status";
      Await.until("the log says so", SOON, controller::log, it -> it.contains(error));
      JsonNode made = namespace.secret("untold").orElseThrow();
      rules("sealedsecrets/status", List.of("update"));
      namespace.awaitSynced("untold", "True");
      assertEquals(made, namespace.secret("untold").orElseThrow(), "written again");
      assertEquals(1, controller.log().split(error, -1).length - 1);
    }
  }

  @Test
  @Tag("C-11")
  @Tag("C-44")
  void a_namespace_without_rights_is_said_once_stops_no_other_and_is_tried_again() {
    String role = "secrets-unsealer-" + place.own().name();
    String account = "--serviceaccount=%s:%s".formatted(place.own().name(), Installation.ACCOUNT);
    String all = "sealed-secrets-controller-" + place.own().name();
    place.cluster().kubectl("delete", "clusterrolebinding", all);
    for (Namespace allowed : List.of(place.own(), namespace)) {
      allowed.kubectl("create", "rolebinding", "unsealer", "--clusterrole=" + role, account);
    }
    Namespace closed = Cluster.current().newNamespace();
    closed.create(Kind.SEALED_SECRET, sealed(closed, "early"));
    String list = "--additional-namespaces=%s,%s".formatted(closed.name(), namespace.name());
    try (ControllerProcess controller = start(list).awaitReady()) {
      seal("open");
      namespace.awaitSecret("open", ITEMS);
      Await.until("it is tried again", SOON, () -> refusals(closed) > 6);
      assertEquals(1, complaints(controller, closed, "sealedsecrets.bitnami.com"));
      assertEquals(1, complaints(controller, closed, "secrets"));
      closed.kubectl("create", "rolebinding", "unsealer", "--clusterrole=" + role, account);
      closed.awaitSecret("early", ITEMS);
    } finally {
      closed.delete();
    }
  }

  private static long complaints(ControllerProcess controller, Namespace about, String resource) {
    return controller
        .log()
        .lines()
        .filter(it -> it.contains("level=ERROR") && it.contains("cannot watch " + resource + '"'))
        .filter(it -> it.contains("namespace=" + about.name()))
        .count();
  }

  /** A cluster that keeps no log for us does not tell; then it is not waited for. */
  private long refusals(Namespace in) {
    return Testbed.current().isEmpty()
        ? Long.MAX_VALUE
        : AuditLog.of(place.user()).stream()
            .filter(it -> !it.allowed() && it.namespace().equals(in.name()))
            .count();
  }

  @Test
  @Tag("C-18")
  void with_skip_recreate_no_secret_is_watched_and_none_comes_back() {
    try (ControllerProcess controller = start("--skip-recreate").awaitReady()) {
      seal("lost");
      namespace.awaitSecret("lost", ITEMS);
      namespace.kubectl("delete", "secret", "lost");
      Await.pause(Duration.ofSeconds(3));
      assertTrue(namespace.secret("lost").isEmpty(), "it came back");
      assertTrue(controller.isAlive());
    }
    Set<String> watched =
        AuditLog.of(place.user()).stream()
            .filter(it -> it.verb().equals("watch") && !it.namespace().equals(place.own().name()))
            .map(Request::resource)
            .collect(Collectors.toSet());
    assertFalse(watched.contains("secrets"), "watches " + watched);
  }

  @Test
  @Tag("C-16")
  void without_status_updates_no_status_is_written() {
    try (ControllerProcess controller = start("--update-status=false").awaitReady()) {
      seal("bare");
      namespace.awaitSecret("bare", ITEMS);
      namespace.awaitEvent("bare", "Unsealed");
      assertFalse(namespace.sealedSecret("bare").orElseThrow().has("status"));
      assertTrue(controller.isAlive());
    }
  }

  @Test
  @Tag("C-131")
  void without_deprecated_data_it_is_refused_with_the_name_of_the_flag() {
    try (ControllerProcess controller = start("--accept-deprecated-v1-data=false").awaitReady()) {
      ObjectNode object =
          Installation.sealing("key-a").sealedSecret(namespace.name(), "old", Map.of());
      object.withObject("spec").put("data", "AAAA");
      namespace.create(Kind.SEALED_SECRET, object);
      String message = namespace.awaitSynced("old", "False").path("message").asString();
      assertTrue(
          message.contains(
              "using deprecated 'data' field, use 'encryptedData' or flip the feature flag"),
          message);
      assertTrue(controller.isAlive());
    }
  }

  /** Leaves the account these verbs alone for a resource of its cluster role. */
  private void rules(String resource, List<String> verbs) {
    List<String> all =
        List.of("sealedsecrets", "sealedsecrets/status", "secrets", "events", "namespaces");
    String list = String.join("\",\"", verbs);
    place
        .cluster()
        .kubectl(
            "patch",
            "clusterrole",
            "secrets-unsealer-" + place.own().name(),
            "--type=json",
            "-p",
            "[{\"op\": \"replace\", \"path\": \"/rules/%d/verbs\", \"value\": [\"%s\"]}]"
                .formatted(all.indexOf(resource), verbs.isEmpty() ? "none" : list));
  }

  private ControllerProcess start(String... flags) {
    List<String> all = new ArrayList<>(List.of(ControllerProcess.NO_RENEWAL));
    all.addAll(List.of(flags));
    return ControllerProcess.start(place, place.kubeconfig(), all);
  }

  private void seal(String name) {
    namespace.create(Kind.SEALED_SECRET, sealed(namespace, name));
  }

  private static ObjectNode sealed(Namespace namespace, String name) {
    return Installation.sealing("key-a").sealedSecret(namespace.name(), name, ITEMS);
  }
}
