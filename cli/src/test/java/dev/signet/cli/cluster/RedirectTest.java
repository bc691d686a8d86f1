package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.PROXY;
import static dev.signet.cli.cluster.Bench.SERVICE;
import static dev.signet.cli.cluster.Bench.SERVICE_JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import dev.signet.cli.vectors.TlsKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-132")
final class RedirectTest {
  private static final String CERTIFICATE = PROXY + "/v1/cert.pem";

  @TempDir private Path folder;

  private static Reply to(int status, String location) {
    return Reply.of(status, Map.of("Location", location), "");
  }

  @Test
  void credentials_stay_with_the_server_that_they_are_for() {
    try (FakeApiServer elsewhere = FakeApiServer.https(TlsKeys.server(), false);
        Bench bench = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false))) {
      elsewhere.serve(List.of(Route.get("/x", Reply.ok("stolen?"))));
      bench.configure("insecure-skip-tls-verify: true", "token: t0ken, as: bob");
      bench.serve(
          Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
          Route.get(CERTIFICATE, to(302, elsewhere.url() + "/x")));
      assertEquals("stolen?", bench.certificate());
      assertEquals(List.of("Bearer t0ken", "Bearer t0ken"), bench.sent("Authorization"));
      FakeApiServer.Request request = elsewhere.requests().getFirst();
      assertTrue(request.header("Authorization").isEmpty());
      assertTrue(request.header("Impersonate-User").isEmpty());
    }
  }

  @Test
  void a_server_may_send_us_about_in_itself() {
    try (Bench bench = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false))) {
      bench.configure("insecure-skip-tls-verify: true", "token: t0ken");
      bench.serve(
          Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
          Route.get(CERTIFICATE, to(307, "/a/b")),
          Route.get("/a/b", to(301, "c")),
          Route.get("/a/c", Reply.ok("PEM")));
      assertEquals("PEM", bench.certificate());
      assertEquals(
          List.of("Bearer t0ken"), bench.sent("Authorization").stream().distinct().toList());
    }
  }

  @Test
  @Tag("K-142")
  void a_post_stays_one_for_307_and_308_alone() {
    try (Bench bench = new Bench(folder, FakeApiServer.http())) {
      bench.serveAll();
      for (int status : new int[] {307, 308, 302, 303, 301}) {
        bench.serve(Route.post(PROXY + "/v1/verify", to(status, "/" + status)).times(1));
        bench.serve(Route.post("/" + status, Reply.ok("")), Route.get("/" + status, Reply.ok("")));
        assertInstanceOf(VerifyAnswer.Opens.class, bench.controller().verify("{}"));
      }
      List<String> targets =
          bench.paths().stream().filter(it -> it.matches("(GET|POST) /3..")).toList();
      assertEquals(List.of("POST /307", "POST /308", "GET /302", "GET /303", "GET /301"), targets);
    }
  }

  @Test
  void a_circle_is_left_after_ten() {
    try (Bench bench = new Bench(folder, FakeApiServer.http())) {
      bench.serveAll().serve(Route.get("/round", to(302, "/round")));
      bench.serve(Route.get("/unused", Reply.ok("")));
      assertEquals(
          "error: Get \"%s/round\": stopped after 10 redirects".formatted(bench.server.url()),
          Bench.text(CertificateUrl.fetch(bench.server.url() + "/round", bench.surroundings())));
      assertEquals(11, bench.paths().size());
    }
  }

  @Test
  void a_redirect_to_nowhere_is_told() {
    try (Bench bench = new Bench(folder, FakeApiServer.http())) {
      bench.serve(
          Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
          Route.get(CERTIFICATE, to(302, "ftp://x/y")).times(1),
          Route.get(CERTIFICATE, to(302, "http://h/%zz")));
      String error = "error: cannot fetch certificate: ";
      assertEquals(
          error + "Get \"ftp://x/y\": unsupported protocol scheme \"ftp\"", bench.certificate());
      assertTrue(bench.certificate().endsWith("invalid URL escape \"%zz\""));
    }
  }
}
