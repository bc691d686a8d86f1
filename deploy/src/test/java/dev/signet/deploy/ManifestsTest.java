package dev.signet.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.crds.Definition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The plain manifests are the original's by name, label and port, and ours where we do better. */
final class ManifestsTest {
  private static final String NAME = "sealed-secrets-controller";
  private static final List<String> ALL =
      List.of(
          "controller",
          "controller-norbac",
          "controller-podmonitor",
          "controller-single-namespace");

  private final Manifests controller = Manifests.of("controller");

  @Test
  void what_is_committed_is_what_the_parts_make(@TempDir Path made)
      throws IOException, InterruptedException {
    int exit = new ProcessBuilder("manifests/assemble", made.toString()).start().waitFor();
    assertEquals(0, exit);
    for (String name : ALL) {
      Path file = Path.of("manifests", name + ".yaml");
      assertEquals(
          Yaml.text(made.resolve(name + ".yaml")), Yaml.text(file), "run manifests/assemble");
    }
  }

  @Test
  @Tag("C-203")
  void the_deployment_is_named_labelled_and_timed_as_the_original() {
    JsonNode deployment = controller.get("Deployment", NAME);
    JsonNode spec = deployment.path("spec");
    assertEquals("kube-system", deployment.at("/metadata/namespace").asString());
    for (String labels : List.of("/metadata/labels", "/spec/selector/matchLabels")) {
      assertEquals("{\"name\":\"%s\"}".formatted(NAME), deployment.at(labels).toString());
    }
    assertEquals(NAME, spec.at("/template/metadata/labels/name").asString());
    assertEquals("2", spec.path("replicas").toString());
    assertEquals(
        "{\"maxSurge\":\"25%\",\"maxUnavailable\":\"25%\"}",
        spec.at("/strategy/rollingUpdate").toString());
    assertEquals(30, spec.path("minReadySeconds").asInt());
    assertEquals(10, spec.path("revisionHistoryLimit").asInt());
    assertEquals(30, spec.at("/template/spec/terminationGracePeriodSeconds").asInt());
  }

  @Test
  @Tag("C-203")
  void its_container_is_called_probed_and_confined_as_the_original() {
    JsonNode pod = controller.get("Deployment", NAME).at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    assertEquals(NAME, container.path("name").asString());
    assertEquals("[\"controller\"]", container.path("command").toString());
    assertFalse(container.has("args"));
    assertEquals(
        "[{\"name\":\"http\",\"containerPort\":8080},{\"name\":\"metrics\",\"containerPort\":8081}]",
        container.path("ports").toString());
    assertEquals(
        "{\"httpGet\":{\"path\":\"/readyz\",\"port\":\"http\"}}",
        container.path("readinessProbe").toString());
    assertEquals(
        "{\"httpGet\":{\"path\":\"/healthz\",\"port\":\"http\"}}",
        container.path("livenessProbe").toString());
    assertEquals(
        "{\"fsGroup\":65534,\"runAsNonRoot\":true,\"runAsUser\":1001,"
            + "\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}",
        pod.path("securityContext").toString());
    assertEquals(
        "{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,"
            + "\"capabilities\":{\"drop\":[\"ALL\"]}}",
        container.path("securityContext").toString());
  }

  @Test
  @Tag("C-204")
  @Tag("C-205")
  void the_services_lead_to_its_ports_under_the_names_that_stock_kubeseal_looks_for() {
    for (var service : Map.of(NAME, 8080, NAME + "-metrics", 8081).entrySet()) {
      JsonNode spec = controller.get("Service", service.getKey()).path("spec");
      String port = "{\"port\":%1$s,\"targetPort\":%1$s}".formatted(service.getValue());
      assertEquals("[" + port + "]", spec.path("ports").toString());
      assertEquals("{\"name\":\"" + NAME + "\"}", spec.path("selector").toString());
      assertEquals("ClusterIP", spec.path("type").asString());
    }
  }

  @Test
  @Tag("C-206")
  void nothing_of_the_original_is_missing_and_what_is_ours_is_named() {
    assertEquals(
        Set.of(
            "CustomResourceDefinition sealedsecrets.bitnami.com",
            "ServiceAccount " + NAME,
            "ClusterRole secrets-unsealer",
            "ClusterRoleBinding " + NAME,
            "Role sealed-secrets-key-admin",
            "RoleBinding " + NAME,
            "Role sealed-secrets-leader",
            "RoleBinding sealed-secrets-leader",
            "Role sealed-secrets-service-proxier",
            "RoleBinding sealed-secrets-service-proxier",
            "Service " + NAME,
            "Service " + NAME + "-metrics",
            "Deployment " + NAME),
        controller.titles());
  }

  @Test
  @Tag("C-202")
  @Tag("C-206")
  @Tag("C-208")
  void the_rights_are_those_of_the_original_without_deleting_and_with_a_lease() {
    assertEquals(
        List.of(
            "bitnami.com/sealedsecrets: get list watch",
            "bitnami.com/sealedsecrets/status: update",
            "/secrets: get list create update watch",
            "/events: create patch",
            "/namespaces: get"),
        controller.rules("ClusterRole", "secrets-unsealer"));
    assertEquals(
        List.of("/secrets: create list"), controller.rules("Role", "sealed-secrets-key-admin"));
    assertEquals(
        List.of(
            "coordination.k8s.io/leases: create",
            "coordination.k8s.io/leases of " + NAME + ": get update"),
        controller.rules("Role", "sealed-secrets-leader"));
  }

  @Test
  @Tag("C-207")
  void whoever_is_logged_in_reaches_the_service_through_the_api_server() {
    String proxies = "http:%1$s: http:%1$s:http %1$s".formatted(NAME);
    assertEquals(
        List.of("/services of " + NAME + ": get", "/services/proxy of " + proxies + ": create get"),
        controller.rules("Role", "sealed-secrets-service-proxier"));
    JsonNode subjects =
        controller.get("RoleBinding", "sealed-secrets-service-proxier").path("subjects");
    assertEquals(
        "[{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"Group\","
            + "\"name\":\"system:authenticated\"}]",
        subjects.toString());
  }

  @Test
  @Tag("C-203")
  void without_rights_it_is_the_same_less_the_rights() {
    Manifests norbac = Manifests.of("controller-norbac");
    assertEquals(controller.titlesWithoutRights(), norbac.titles());
    assertFalse(norbac.get("Deployment", NAME).at("/spec/template/spec").has("serviceAccountName"));
  }

  @Test
  @Tag("C-209")
  void the_pod_monitor_scrapes_the_port_that_has_metrics() {
    Manifests monitored = Manifests.of("controller-podmonitor");
    Set<String> more = new TreeSet<>(monitored.titles());
    more.removeAll(controller.titles());
    assertEquals(Set.of("PodMonitor " + NAME), more);
    JsonNode spec = monitored.get("PodMonitor", NAME).path("spec");
    assertEquals(
        "[{\"port\":\"metrics\",\"interval\":\"30s\",\"honorLabels\":true}]",
        spec.path("podMetricsEndpoints").toString());
    assertEquals(1000, spec.path("sampleLimit").asInt());
  }

  @Test
  @Tag("C-10")
  @Tag("C-198")
  void for_one_namespace_nothing_belongs_to_the_cluster_and_no_right_leaves_the_namespace() {
    Manifests single = Manifests.of("controller-single-namespace");
    for (JsonNode object : single.objects()) {
      assertEquals("sealed-secrets", object.at("/metadata/namespace").asString(), object::toString);
      object
          .path("subjects")
          .forEach(it -> assertFalse(it.path("namespace").asString("").equals("kube-system")));
    }
    List<String> wide = controller.rules("ClusterRole", "secrets-unsealer");
    assertEquals(
        wide.stream().filter(it -> !it.startsWith("/namespaces")).toList(),
        single.rules("Role", "secrets-unsealer"));
    JsonNode container = single.get("Deployment", NAME).at("/spec/template/spec/containers/0");
    assertEquals("[\"--all-namespaces=false\"]", container.path("args").toString());
  }

  @Test
  @Tag("C-217")
  void the_definition_is_the_one_that_the_model_is_held_against() {
    Manifests packaged =
        new Manifests(Yaml.documents(Path.of("crds/sealedsecrets.bitnami.com.yaml")));
    assertEquals(
        packaged.objects().getFirst(),
        controller.get("CustomResourceDefinition", "sealedsecrets.bitnami.com"));
    assertEquals(Yaml.text(Path.of("crds/sealedsecrets.bitnami.com.yaml")), Definition.yaml());
  }
}
