package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Chart;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the chart makes of values, by Helm itself and without a cluster. */
final class ChartIT {
  @Test
  void helm_finds_no_fault_in_it_with_any_of_the_values_files() {
    List<Path> files = Chart.valuesFiles();
    assertTrue(files.size() >= 12, files::toString);
    assertTrue(files.stream().filter(it -> it.toString().contains("/upstream-")).count() >= 5);
    for (Path values : files) {
      Tool.HELM.command("lint", "--strict", Chart.FOLDER, "-f", values.toString()).out();
      assertFalse(Chart.render("-f", values.toString()).objects().isEmpty(), values::toString);
    }
  }

  @Test
  @Tag("C-210")
  void names_labels_and_selectors_are_those_of_the_original() {
    Chart chart = Chart.render();
    JsonNode deployment = chart.only("Deployment");
    assertEquals("rel-sealed-secrets", deployment.at("/metadata/name").asString());
    assertEquals(
        Set.of("name", "instance", "managed-by", "version", "part-of"),
        deployment.at("/metadata/labels").propertyNames().stream()
            .filter(it -> it.startsWith("app.kubernetes.io/"))
            .map(it -> it.substring(it.indexOf('/') + 1))
            .collect(Collectors.toSet()));
    assertEquals(
        "{\"app.kubernetes.io/name\":\"sealed-secrets\",\"app.kubernetes.io/instance\":\"rel\"}",
        deployment.at("/spec/selector/matchLabels").toString());
    assertEquals(
        "sealed-secrets",
        Chart.render("--set", "fullnameOverride=sealed-secrets")
            .only("Deployment")
            .at("/metadata/name")
            .asString());
  }

  @Test
  @Tag("C-211")
  @Tag("C-212")
  void flags_stand_in_the_order_of_the_original_and_false_means_false() {
    assertEquals(
        "--update-status --key-prefix sealed-secrets-key --log-info-stdout=false"
            + " --listen-addr :8080 --listen-metrics-addr :8081",
        Chart.render().flags());
    assertEquals(
        "--update-status=false --skip-recreate --key-renew-period 0 --key-ttl 43800h"
            + " --key-cutoff-time Fri, 02 Jan 2026 15:04:05 +0000 --key-prefix sealed-secrets-key"
            + " --log-info-stdout=false --listen-addr :9080 --listen-metrics-addr :9081"
            + " --max-unseal-retries 10 --watch-for-secrets --kubeclient-qps 50"
            + " --kubeclient-burst 100",
        upstream("tuned").flags());
    assertTrue(
        upstream("tenants")
            .flags()
            .contains(
                "--additional-namespaces team-a,team-b"
                    + " --privatekey-annotations backup.example.com/include=yes"
                    + " --privatekey-labels app=sealed-secrets,stage=1"));
    assertTrue(Chart.render("--set", "rateLimitBurst=3000000").flags().contains("burst 3000000 "));
  }

  @Test
  @Tag("C-213")
  void each_port_has_its_service() {
    List<JsonNode> services = List.copyOf(Chart.render().all("Service"));
    assertEquals(
        List.of("rel-sealed-secrets", "rel-sealed-secrets-metrics"),
        services.stream().map(it -> it.at("/metadata/name").asString()).toList());
    assertEquals(
        "[{\"name\":\"http\",\"port\":8080,\"targetPort\":\"http\",\"protocol\":\"TCP\","
            + "\"nodePort\":null}]",
        services.getFirst().at("/spec/ports").toString());
    assertEquals(
        "metrics",
        services.getLast().at("/metadata/labels").path("app.kubernetes.io/component").asString());
  }

  @Test
  @Tag("C-214")
  void rights_follow_the_values() {
    assertFalse(Chart.render().only("ClusterRole").toString().contains("delete"));
    assertTrue(
        values("own-arguments").only("ClusterRole").toString().contains("delete"),
        "--old-gc-behavior deletes Secrets");
    Chart tenants = upstream("tenants");
    assertEquals(List.of(), tenants.all("ClusterRole"));
    assertEquals(List.of(), tenants.all("ClusterRoleBinding"));
    Set<String> roles = new TreeSet<>();
    tenants
        .all("Role")
        .forEach(
            it ->
                roles.add(
                    it.at("/metadata/namespace").asString()
                        + " "
                        + it.at("/metadata/name").asString()));
    assertEquals(
        Set.of(
            "apps rel-sealed-secrets-key-admin",
            "apps rel-sealed-secrets-leader",
            "apps rel-sealed-secrets-service-proxier",
            "team-a secrets-unsealer",
            "team-b secrets-unsealer"),
        roles);
    assertEquals(4, tenants.all("RoleBinding").size(), "the proxy role is not bound");
  }

  @Test
  @Tag("C-216")
  void what_is_beside_the_controller_is_there_when_asked_for() {
    assertEquals(
        Set.of("PodSecurityPolicy"),
        kindsMoreThanUsual("--set", "rbac.pspEnabled=true", "--kube-version", "1.24.0"));
    assertEquals(Set.of(), kindsMoreThanUsual("--set", "rbac.pspEnabled=true"));
    assertEquals(Set.of("PodDisruptionBudget"), kindsMoreThanUsual("--set", "pdb.create=true"));
    assertEquals(
        Set.of("ServiceMonitor", "PrometheusRule", "ConfigMap"),
        kindsMoreThanUsual("-f", "deploy/helm/values/upstream-monitored.yaml"));
    assertEquals(
        Set.of("Ingress", "Secret"),
        kindsMoreThanUsual("-f", "deploy/helm/values/self-signed.yaml"));
    JsonNode ports =
        Chart.render("--set", "networkPolicy.enabled=true,service.port=80")
            .only("NetworkPolicy")
            .at("/spec/ingress/0/ports");
    assertEquals("[{\"port\":8080},{\"port\":8081}]", ports.toString());
  }

  @Test
  void a_value_of_the_wrong_type_is_refused_by_name() {
    for (String wrong :
        List.of("keyrenewperiod=30x", "service.type=Foo", "privateKeyLabels.a=1", "replicas=two")) {
      Ran ran = Tool.HELM.command("template", "rel", Chart.FOLDER, "--set", wrong).run();
      assertTrue(ran.exit() != 0, wrong);
      String name = wrong.substring(0, wrong.indexOf('=')).replace('.', '/');
      assertTrue(ran.err().contains(name), ran.err());
    }
  }

  private static Set<String> kindsMoreThanUsual(String... arguments) {
    Set<String> kinds = kinds(Chart.render(arguments));
    kinds.removeAll(kinds(Chart.render()));
    return kinds;
  }

  private static Set<String> kinds(Chart chart) {
    Set<String> kinds = new TreeSet<>();
    chart.objects().forEach(it -> kinds.add(it.path("kind").asString()));
    return kinds;
  }

  private static Chart upstream(String name) {
    return values("upstream-" + name);
  }

  private static Chart values(String name) {
    return Chart.render("-f", "deploy/helm/values/" + name + ".yaml");
  }
}
