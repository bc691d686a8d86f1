package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import dev.signet.cli.vectors.TlsKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-141")
final class CertificateUrlTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.http());
    bench.configure("", "token: t0ken, as: bob").serve(Route.get("/c.pem", Reply.ok("PEM")));
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  private String fetched(String url) {
    String text = Bench.text(CertificateUrl.fetch(url, bench.surroundings()));
    return text.replace(bench.server.hostPort(), "HOST");
  }

  private String at(String path) {
    return bench.server.url() + path;
  }

  @Test
  void one_get_without_anything_of_the_kubeconfig() {
    assertEquals("PEM", fetched(at("/c.pem#there")));
    FakeApiServer.Request request = bench.server.requests().getFirst();
    assertTrue(request.header("Authorization").isEmpty());
    assertTrue(request.header("Impersonate-User").isEmpty());
    assertEquals(1, bench.paths().size());
  }

  @Test
  void a_login_in_the_address_is_sent_and_never_shown() {
    String url = at("/c.pem").replace("://", "://ann:pw@");
    assertEquals("PEM", fetched(url));
    assertEquals(List.of("Basic YW5uOnB3"), bench.sent("Authorization"));
    assertEquals(
        "error: cannot fetch \"http://ann:***@HOST/no\": 404 Not Found",
        fetched(url.replace("c.pem", "no")));
    assertEquals(
        "error: cannot fetch \"http://me@corp.com:***@HOST/no\": 404 Not Found",
        fetched(at("/no").replace("://", "://me@corp.com:se@cret@")));
    assertEquals(
        "error: Get \"http:me:***@HOST\": http: no Host in request URL",
        fetched("http:me:secret@" + bench.server.hostPort()));
    bench.server.close();
    assertEquals(
        "error: Get \"http://ann:***@HOST/c.pem\": dial tcp HOST: connect: connection refused",
        fetched(url));
  }

  @Test
  void only_200_will_do() {
    for (int status : new int[] {201, 204, 206, 400, 429, 503}) {
      bench.serve(Route.get("/" + status, Reply.of(status, Map.of("Retry-After", "0"), "")));
      String error = fetched(at("/" + status));
      assertTrue(
          error.startsWith("error: cannot fetch \"http://HOST/%1$d\": %1$d ".formatted(status)),
          error);
    }
    assertEquals(6, bench.paths().size());
    bench.serve(Route.get("/599", Reply.of(599, Map.of(), "")));
    assertEquals("error: cannot fetch \"http://HOST/599\": 599", fetched(at("/599")));
  }

  @Test
  void a_broken_connection_is_not_tried_for_long() {
    bench.serve(Route.get("/x", Reply.hangUp()));
    assertEquals("error: Get \"http://HOST/x\": EOF", fetched(at("/x")));
  }

  @Test
  void from_http_to_https_and_with_roots_of_ones_own() {
    try (FakeApiServer tls = FakeApiServer.https(TlsKeys.server(), false)) {
      tls.serve(List.of(Route.get("/c.pem", Reply.ok("TLS"))));
      bench.serve(Route.get("/up", Reply.of(301, Map.of("Location", tls.url() + "/c.pem"), "")));
      assertTrue(fetched(at("/up")).contains("x509: certificate signed by unknown authority"));
      bench.file("ca.crt", TlsKeys.pem("tls-ca.crt")).variable("SSL_CERT_FILE", "ca.crt");
      assertEquals("TLS", fetched(at("/up")));
    }
  }

  @Test
  void what_is_no_address_is_told() {
    assertEquals(
        "error: parse \"http://h:x/\": invalid port \":x\" after host", fetched("http://h:x/"));
  }
}
