package dev.signet.controller.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.metrics.Metrics.Objects;
import dev.signet.controller.metrics.Metrics.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private final Metrics metrics = new Metrics("0.36.6", Objects.NAMED);

  @Test
  @Tag("C-167")
  @Tag("C-168")
  @Tag("C-169")
  @Tag("C-170")
  void after_the_same_work_the_page_has_the_recorded_lines() throws IOException {
    for (String name : List.of("rs0", "rs1", "rs2")) {
      metrics.synced(new SeriesOwner("vec", name, ""), true);
    }
    for (int i = 0; i < 12; i++) {
      metrics.unsealRequest();
    }
    for (int i = 0; i < 6; i++) {
      metrics.unsealError(Reason.UNSEAL, "vec");
    }
    List<String> recorded = recorded("after-work.txt");
    assertTrue(recorded.size() > 10);
    List<String> page = metrics.page().lines().toList();
    for (String line : recorded) {
      assertTrue(page.contains(line), line);
    }
  }

  @Test
  @Tag("C-167")
  @Tag("C-168")
  void the_page_of_the_start_has_the_recorded_lines() throws IOException {
    List<String> recorded = recorded("idle.txt");
    assertEquals(6, recorded.size());
    List<String> page = metrics.page().lines().toList();
    recorded.forEach(line -> assertTrue(page.contains(line), line));
  }

  @Test
  @Tag("C-175")
  void every_recorded_page_was_looked_at_and_what_is_left_out_is_of_go() throws IOException {
    Path folder = Path.of(System.getProperty("signet.vectors"), "controller", "metrics");
    int pages = 0;
    int lines = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        pages++;
        lines += recorded(file.getFileName().toString()).size();
        for (String line : Files.readAllLines(file)) {
          assertTrue(
              line.matches(
                  "(# (HELP|TYPE) )?(sealed_secrets_controller_|go_|process_|promhttp_).*"),
              line);
        }
      }
    }
    System.out.printf("recorded metrics: %d pages, %d lines of upstream's own%n", pages, lines);
    assertEquals(2, pages);
  }

  private static List<String> recorded(String page) throws IOException {
    return Files.readAllLines(
            Path.of(System.getProperty("signet.vectors"), "controller/metrics", page))
        .stream()
        .filter(line -> line.contains("sealed_secrets_controller_"))
        .toList();
  }

  @Test
  @Tag("C-176")
  void what_is_ours_is_under_a_name_of_its_own() {
    metrics.items(() -> Map.of("SHA256:abc", 7L));
    metrics.reconciled(Duration.ofMillis(3));
    String page = metrics.page();
    for (String line :
        List.of(
            "signet_controller_sealed_items{key=\"SHA256:abc\"} 7",
            "signet_controller_reconcile_duration_seconds_bucket{le=\"0.005\"} 1",
            "signet_controller_reconcile_duration_seconds_count 1")) {
      assertTrue(page.contains("\n" + line + "\n"), line);
    }
  }

  @Test
  @Tag("C-169")
  @Tag("C-240")
  void the_five_reasons_exist_before_there_is_an_error() {
    for (String reason : List.of("unseal", "unmanaged", "update", "status", "fetch")) {
      assertEquals(
          List.of(
              "sealed_secrets_controller_unseal_errors_total{namespace=\"\",reason=\"%s\"} 0"
                  .formatted(reason)),
          lines("reason=\"" + reason + "\""));
    }
  }

  @Test
  @Tag("C-171")
  void an_object_has_one_series_whatever_becomes_of_its_labels_and_none_when_it_is_gone() {
    metrics.synced(new SeriesOwner("a", "one", "old"), true);
    metrics.synced(new SeriesOwner("a", "one", "new"), false);
    metrics.synced(new SeriesOwner("b", "one", ""), true);
    assertEquals(
        List.of(
            "sealed_secrets_controller_condition_info{condition=\"Synced\",name=\"one\","
                + "namespace=\"a\",ss_app_kubernetes_io_instance=\"new\"} -1",
            "sealed_secrets_controller_condition_info{condition=\"Synced\",name=\"one\","
                + "namespace=\"b\",ss_app_kubernetes_io_instance=\"\"} 1"),
        lines("condition_info{"));
    metrics.gone("a", "one");
    metrics.gone("b", "one");
    metrics.gone("c", "never-there");
    assertEquals(List.of(), lines("condition_info"));
  }

  @Test
  @Tag("C-27")
  @Tag("C-193")
  void names_of_objects_can_be_left_out() {
    Metrics nameless = new Metrics("1", Objects.LEFT_OUT);
    nameless.synced(new SeriesOwner("secret-namespace", "secret-name", "x"), true);
    nameless.failing("secret-namespace", "secret-name", true);
    assertFalse(nameless.page().contains("secret-"));
    assertTrue(nameless.page().contains("\nsignet_controller_failing_objects 1\n"));
  }

  @Test
  @Tag("C-173")
  @Tag("C-174")
  void answers_are_counted_with_gos_bounds_and_probes_are_not() {
    metrics.served("/v1/cert.pem", "GET", 200, Duration.ofMillis(7));
    metrics.served("/v1/cert.pem", "GET", 200, Duration.ofSeconds(3));
    metrics.served("/healthz", "GET", 200, Duration.ofMillis(1));
    String labels = "method=\"get\",path=\"/v1/cert.pem\"";
    String name = "sealed_secrets_controller_http_request_duration_seconds";
    assertEquals(
        List.of("sealed_secrets_controller_http_requests_total{code=\"200\"," + labels + "} 2"),
        lines("http_requests_total{"));
    StringBuilder expected = new StringBuilder();
    for (String bound : List.of("0.005 0", "0.01 1", "0.025 1", "0.05 1", "0.1 1", "0.25 1")) {
      expected.append(bucket(name, labels, bound));
    }
    for (String bound : List.of("0.5 1", "1 1", "2.5 1", "5 2", "10 2", "+Inf 2")) {
      expected.append(bucket(name, labels, bound));
    }
    expected.append("%s_sum{%s} 3.007\n%s_count{%s} 2".formatted(name, labels, name, labels));
    assertEquals(expected.toString(), String.join("\n", lines(name + "_")));
  }

  @Test
  @Tag("C-175")
  @Tag("C-176")
  void the_process_and_our_own_series_are_there_under_their_names() {
    metrics.queue(() -> Map.of("ready", 3, "working", 1));
    metrics.gauge("sealing_keys", "Keys that open", () -> 2.0);
    metrics.failing("a", "b", true);
    assertEquals(
        List.of("signet_controller_key_renewal_failures_total 0"), lines("key_renewal_failures"));
    metrics.keyRenewalFailed();
    String page = metrics.page();
    for (String line :
        List.of(
            "# TYPE jvm_memory_used_bytes gauge",
            "# TYPE process_cpu_seconds_total counter",
            "signet_controller_queue_keys{state=\"ready\"} 3",
            "signet_controller_sealing_keys 2",
            "signet_controller_key_renewal_failures_total 1",
            "signet_controller_failing_objects 1")) {
      assertTrue(page.contains("\n" + line), line);
    }
    metrics.gone("a", "b");
    assertTrue(metrics.page().contains("\nsignet_controller_failing_objects 0\n"));
  }

  @Test
  void every_line_is_of_the_format_and_families_are_in_order() {
    metrics.synced(new SeriesOwner("a", "quo\"te", "back\\slash\nline"), true);
    String number = "([-+]?[0-9.]+(e[-+][0-9]{2,})?|NaN|[+-]Inf)";
    String label = "[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\n]|\\\\[\"\\\\n])*\"";
    String sample = "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{%s(,%s)*\\})? %s".formatted(label, label, number);
    List<String> families =
        metrics
            .page()
            .lines()
            .peek(line -> assertTrue(line.matches(sample + "|# (HELP|TYPE) .*"), line))
            .filter(line -> line.startsWith("# TYPE"))
            .toList();
    assertEquals(families.stream().sorted().toList(), families);
    assertEquals(families.stream().distinct().count(), families.size());
    assertTrue(metrics.page().endsWith("\n"));
  }

  @Test
  void numbers_are_printed_as_go_prints_them() {
    Map<Double, String> cases =
        Map.ofEntries(
            Map.entry(0.0, "0"),
            Map.entry(-0.0, "-0"),
            Map.entry(1.0, "1"),
            Map.entry(-1.5, "-1.5"),
            Map.entry(114240.0, "114240"),
            Map.entry(999999.0, "999999"),
            Map.entry(1e6, "1e+06"),
            Map.entry(2.033208e6, "2.033208e+06"),
            Map.entry(1.7955083957e9, "1.7955083957e+09"),
            Map.entry(9.223372036854776e18, "9.223372036854776e+18"),
            Map.entry(0.000251093, "0.000251093"),
            Map.entry(0.00001, "1e-05"),
            Map.entry(1e100, "1e+100"),
            Map.entry(1e-100, "1e-100"),
            Map.entry(Double.NaN, "NaN"),
            Map.entry(Double.POSITIVE_INFINITY, "+Inf"),
            Map.entry(Double.NEGATIVE_INFINITY, "-Inf"));
    cases.forEach((number, text) -> assertEquals(text, GoNumber.of(number)));
  }

  private static String bucket(String name, String labels, String boundAndCount) {
    String[] parts = boundAndCount.split(" ", 2);
    return "%s_bucket{%s,le=\"%s\"} %s\n".formatted(name, labels, parts[0], parts[1]);
  }

  private List<String> lines(String containing) {
    return metrics
        .page()
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(containing))
        .toList();
  }
}
