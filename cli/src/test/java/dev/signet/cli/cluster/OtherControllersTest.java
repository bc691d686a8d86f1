package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-131")
final class OtherControllersTest {
  private static final String CHART =
      "/services?labelSelector=app.kubernetes.io%2Fname+in+%28sealed-secrets%2Csealed-secrets-controller%29";
  private static final String MANIFESTS =
      "/services?labelSelector=name+in+%28sealed-secrets%2Csealed-secrets-controller%29";
  private static final Reply NOT_FOUND =
      Reply.json(
          404,
          "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"services not found\",\"code\":404}");

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.http()).serve(Route.get(SERVICE, NOT_FOUND));
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  private static Reply list(String... services) {
    return Reply.json(
        200, "{\"kind\":\"ServiceList\",\"items\":[" + String.join(",", services) + "]}");
  }

  private static String service(String namespace, String name, String port) {
    return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\"},\"spec\":{\"ports\":[%s]}}"
        .formatted(name, namespace, port);
  }

  private static String hint(String namespace, String name) {
    return "there is a controller under another name; try --controller-namespace %s --controller-name %s"
        .formatted(namespace, name);
  }

  @Test
  void a_controller_elsewhere_is_named_behind_the_usual_text() {
    String http = "{\"name\":\"http\",\"port\":8080}";
    bench.serve(
        Route.get(
            "/api/v1" + CHART,
            list(
                service("flux-system", "sealed-secrets", http),
                service(
                    "flux-system",
                    "sealed-secrets-metrics",
                    "{\"name\":\"metrics\",\"port\":8081}"))),
        Route.get("/api/v1" + MANIFESTS, list(service("infra", "ssc", "{\"port\":8080}"))));
    Fault fault = bench.fault();
    assertTrue(fault.error().startsWith("cannot get sealed secret service: services not found.\n"));
    assertEquals(
        List.of(hint("flux-system", "sealed-secrets"), hint("infra", "ssc")), fault.hints());
  }

  @Test
  void who_may_not_look_everywhere_looks_in_the_usual_places() {
    Reply forbidden = Reply.json(403, "{}");
    bench.serve(
        Route.get("/api/v1" + CHART, forbidden),
        Route.get("/api/v1" + MANIFESTS, forbidden),
        Route.get(
            "/api/v1/namespaces/sealed-secrets" + CHART,
            list(service("sealed-secrets", "sealed-secrets", "{\"name\":\"http\"}"))));
    assertEquals(List.of(hint("sealed-secrets", "sealed-secrets")), bench.fault().hints());
  }

  @Test
  void nobody_anywhere_is_no_hint() {
    bench.serve(Route.get("/api/v1" + CHART, list()), Route.get("/api/v1" + MANIFESTS, list()));
    assertEquals(List.of(), bench.fault().hints());
    assertEquals(3, bench.paths().size());
  }

  @Test
  void only_the_api_servers_own_word_starts_a_search() {
    try (Bench other = new Bench(folder, FakeApiServer.http())) {
      other.fault();
      assertEquals(List.of("GET " + SERVICE), other.paths());
    }
  }
}
