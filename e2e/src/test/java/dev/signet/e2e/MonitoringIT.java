package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Chart;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Alerts and dashboard are about series that there are, and alerts fire when they should. */
final class MonitoringIT {
  private static final Path CHART = Cluster.ROOT.resolve(Chart.FOLDER);
  private static final Pattern SERIES =
      Pattern.compile("\\b(?:sealed_secrets_controller|signet_controller|process|jvm)_[a-z_]+");

  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();

  @Test
  @Tag("C-239")
  @Tag("C-240")
  @Tag("C-243")
  void alerts_fire_when_they_should_and_are_silent_otherwise() {
    Tool.PROMTOOL.command("check", "rules", Chart.FOLDER + "/rules/alerts.yaml").out();
    Tool.PROMTOOL.command("test", "rules", "deploy/helm/alerts-test.yaml").out();
  }

  @Test
  @Tag("C-239")
  @Tag("C-241")
  void the_alert_of_the_original_is_there_under_its_name_with_its_expression() {
    JsonNode group = rules().path("groups").path(0);
    assertEquals("sealed-secrets", group.path("name").asString());
    JsonNode rule = group.path("rules").path(0);
    assertEquals("SealedSecretsUnsealErrorHigh", rule.path("alert").asString());
    assertEquals(
        "sum by (reason, namespace)"
            + " (rate(sealed_secrets_controller_unseal_errors_total{}[5m])) > 0",
        rule.path("expr").asString());
    assertEquals("{\"severity\":\"warning\"}", rule.path("labels").toString());
  }

  @Test
  @Tag("C-169")
  @Tag("C-242")
  void every_series_that_is_asked_for_is_on_the_page_of_a_controller_that_has_worked() {
    namespace.create(
        Kind.SEALED_SECRET,
        signet.sealing().sealedSecret(namespace.name(), "counted", Map.of("k", "v")));
    namespace.awaitSynced("counted", "True");
    signet.controller().get("/v1/cert.pem");
    Set<String> there = new TreeSet<>();
    for (String line : signet.controller().metrics().lines().toList()) {
      if (!line.startsWith("#")) {
        there.add(line.replaceFirst("[ {].*", ""));
      }
    }
    Set<String> asked = asked();
    assertTrue(asked.size() > 10, asked::toString);
    asked.removeAll(there);
    assertEquals(Set.of(), asked);
  }

  /** Its expressions sum these by these labels; nothing else of a controller is named in it. */
  @Test
  @Tag("C-239")
  @Tag("C-240")
  @Tag("C-242")
  void what_the_mixin_of_the_original_asks_for_is_on_the_page_before_anything_fails() {
    List<String> page = signet.controller().metrics().lines().toList();
    assertTrue(
        page.stream()
            .anyMatch(it -> it.startsWith("sealed_secrets_controller_unseal_requests_total ")),
        page::toString);
    List<String> errors =
        page.stream()
            .filter(it -> it.startsWith("sealed_secrets_controller_unseal_errors_total{"))
            .toList();
    assertTrue(errors.size() > 3, errors::toString);
    for (String series : errors) {
      assertTrue(series.contains("namespace=\"") && series.contains("reason=\""), series);
    }
  }

  @Test
  @Tag("C-242")
  void the_dashboard_takes_the_place_of_the_originals() {
    JsonNode dashboard = dashboard();
    assertEquals("Sealed Secrets Controller", dashboard.path("title").asString());
    assertEquals("UuEtZCVWz", dashboard.path("uid").asString());
    List<String> titles = new ArrayList<>();
    dashboard.path("panels").forEach(it -> titles.add(it.path("title").asString()));
    assertTrue(
        titles.containsAll(List.of("Unseal Request Rate/s", "Unseal Error Rate/s")),
        titles::toString);
    List<String> variables = new ArrayList<>();
    dashboard.at("/templating/list").forEach(it -> variables.add(it.path("name").asString()));
    assertEquals(List.of("datasource", "pod"), variables);
  }

  private static Set<String> asked() {
    List<String> expressions = new ArrayList<>();
    collect(rules(), expressions);
    collect(dashboard(), expressions);
    Set<String> names = new TreeSet<>();
    expressions.forEach(
        it -> SERIES.matcher(it).results().forEach(match -> names.add(match.group())));
    return names;
  }

  private static void collect(JsonNode tree, List<String> expressions) {
    tree.findValues("expr").forEach(it -> expressions.add(it.asString()));
    tree.findValues("definition").forEach(it -> expressions.add(it.asString()));
  }

  private static JsonNode rules() {
    return Json.documents(CHART.resolve("rules/alerts.yaml")).getFirst();
  }

  private static JsonNode dashboard() {
    return Json.read(CHART.resolve("dashboards/sealed-secrets-controller.json"));
  }
}
