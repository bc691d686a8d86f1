package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.PROXY;
import static dev.signet.cli.cluster.Bench.SERVICE;
import static dev.signet.cli.cluster.Bench.SERVICE_JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.cli.cluster.Controller.Place;
import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Request;
import dev.signet.cli.vectors.FakeApiServer.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-130")
@Tag("K-131")
@Tag("K-132")
final class ControllerTest {
  private static final String FLAGS =
      ".\nPlease, use the flag --controller-name and --controller-namespace to set up the name and"
          + " namespace of the sealed secrets controller";
  private static final String STATUS =
      """
      {"kind": "Status", "status": "%s", "message": "%s", "code": %s}""";

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.http());
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  @Test
  void the_certificate_comes_through_the_service_proxy() {
    assertEquals("PEM", bench.serveAll().certificate());
    assertEquals(List.of("GET " + SERVICE, "GET " + PROXY + "/v1/cert.pem"), bench.paths());
    assertEquals(List.of("application/json", "application/x-pem-file, */*"), bench.sent("Accept"));
  }

  @Test
  void the_path_of_the_server_comes_first() {
    bench.configure(bench.server.url() + "/k8s/clusters/x/", "", "");
    bench.serve(Route.get("/k8s/clusters/x" + SERVICE, Reply.json(200, SERVICE_JSON)));
    bench.serve(Route.get("/k8s/clusters/x" + PROXY + "/v1/cert.pem", Reply.ok("PEM")));
    assertEquals("PEM", bench.certificate());
  }

  @Test
  void bytes_are_not_looked_at() {
    bench.serve(
        Route.get(SERVICE, Reply.of(200, Map.of(), SERVICE_JSON)),
        Route.get(PROXY + "/v1/cert.pem", Reply.of(200, Map.of("Content-Type", "a/b"), "")));
    assertEquals("", bench.certificate());
  }

  @Test
  void names_that_no_path_can_hold_are_not_asked_for() {
    assertEquals(told("resource name may not be empty"), error("ns", ""));
    assertEquals(
        told("invalid resource name \"a/%b\": [may not contain '/' may not contain '%']"),
        error("ns", "a/%b"));
    assertEquals(told("invalid namespace \"..\": [may not be '..']"), error("..", "n"));
    assertEquals(List.of(), bench.paths());
    bench.fault(new Place("n s", "ä!"));
    assertEquals(List.of("GET /api/v1/namespaces/n%20s/services/%C3%A4%21"), bench.paths());
  }

  @Test
  void no_namespace_is_asked_for_as_it_is() {
    Fault fault = bench.fault(new Place("", "n"));
    assertEquals(
        told("the server could not find the requested resource (get services n)"), fault.error());
    assertEquals(List.of(NextStep.NAMESPACE), fault.hints());
    assertEquals(List.of("GET /api/v1/services/n"), bench.paths());
  }

  private String error(String namespace, String name) {
    return bench.fault(new Place(namespace, name)).error();
  }

  private static String told(String why) {
    return "cannot get sealed secret service: " + why + FLAGS;
  }

  @Test
  void what_is_no_service_is_said_to_be_none() {
    bench.serve(Route.get(SERVICE, Reply.json(200, "[]")).times(1));
    bench.serve(Route.get(SERVICE, Reply.json(200, "{\"kind\":\"Pod\"}")).times(1));
    bench.serve(
        Route.get(SERVICE, Reply.of(200, Map.of("Content-Type", "text/html; x=y"), "<html>")));
    String none = told("the API server's answer is no Service");
    assertEquals(none, bench.fault().error());
    assertEquals(none, bench.fault().error());
    assertEquals(told("serializer for text/html; x=y doesn't exist"), bench.fault().error());
  }

  @Test
  void nobody_at_the_address() {
    bench.server.close();
    String address = bench.server.hostPort();
    assertEquals(
        told(
            "Get \"http://%s%s\": dial tcp %s: connect: connection refused"
                .formatted(address, SERVICE, address)),
        bench.fault().error());
    bench.configure("http://no-such-host.invalid", "", "");
    assertEquals(
        told(
            "Get \"http://no-such-host.invalid"
                + SERVICE
                + "\": dial tcp: lookup no-such-host.invalid: no such host"),
        bench.fault().error());
  }

  @Test
  void an_address_without_scheme_is_http_and_others_are_refused() {
    bench.configure(bench.server.hostPort(), "", "").serveAll();
    assertEquals("PEM", bench.certificate());
    bench.configure("host:1/path", "", "");
    assertEquals("host must be a URL or a host:port pair: \"host:1/path\"", bench.fault().error());
    bench.configure("ftp://host", "", "");
    assertEquals(
        told("Get \"ftp://host" + SERVICE + "\": unsupported protocol scheme \"ftp\""),
        bench.fault().error());
  }

  @Test
  @Tag("K-135")
  void nobody_is_asked_for_credentials_and_the_hint_says_so() {
    bench.serve(Route.get(SERVICE, Reply.of(401, Map.of(), "")));
    assertEquals(List.of(NextStep.CREDENTIALS), bench.fault().hints());
  }

  @Test
  @Tag("K-135")
  void also_if_only_the_way_to_the_controller_is_closed() {
    Reply closed = Reply.of(401, Map.of(), "");
    bench.serve(
        Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
        Route.get(PROXY + "/v1/cert.pem", closed),
        Route.post(PROXY + "/v1/verify", closed),
        Route.post(PROXY + "/v1/rotate", closed));
    Controller controller = bench.controller();
    List<String> hints = List.of(NextStep.CREDENTIALS);
    var unfetched = assertInstanceOf(CertificateAnswer.Failed.class, controller.fetchCertificate());
    assertEquals(hints, unfetched.fault().hints());
    var unverified = assertInstanceOf(VerifyAnswer.Failed.class, controller.verify("{}"));
    assertEquals(hints, unverified.fault().hints());
    var unsealed = assertInstanceOf(RotateAnswer.Failed.class, controller.rotate("{}"));
    assertEquals(hints, unsealed.fault().hints());
  }

  private record Refused(int status, String type, String body, String why) {}

  private static final List<Refused> REFUSALS =
      List.of(
          new Refused(
              400, "text/plain", "b", "the server rejected our request for an unknown reason"),
          new Refused(401, "", "", "the server has asked for the client to provide credentials"),
          new Refused(403, "text/plain", " who? \n", "who?"),
          new Refused(403, "application/octet-stream", "who?", "unknown"),
          new Refused(404, "", "", "the server could not find the requested resource"),
          new Refused(
              405, "", "", "the server does not allow this method on the requested resource"),
          new Refused(
              406,
              "",
              "",
              "the server was unable to respond with a content type that the client supports"),
          new Refused(409, "", "", "the server reported a conflict"),
          new Refused(415, "", "no", "no"),
          new Refused(
              422, "", "", "the server rejected our request due to an error in our request"),
          new Refused(
              429,
              "",
              "",
              "the server has received too many requests and has asked us to try again later"),
          new Refused(503, "", "", "the server is currently unable to handle the request"),
          new Refused(
              504,
              "",
              "",
              "the server was unable to return a response in the time allotted, but may still be processing the request"),
          new Refused(
              302,
              "",
              "",
              "the server responded with the status code 302 but did not return more information"),
          new Refused(
              418,
              "",
              "",
              "the server responded with the status code 418 but did not return more information"),
          new Refused(
              500,
              "text/plain; charset=utf-8",
              "a\t\"b\"\n",
              "an error on the server (\"a\\t\\\"b\\\"\") has prevented the request from succeeding"),
          new Refused(
              502,
              "",
              "\u001b[31m",
              "an error on the server (\"\\x1b[31m\") has prevented the request from succeeding"),
          new Refused(
              500,
              "application/json",
              "{\"a\":1}",
              "an error on the server (\"unknown\") has prevented the request from succeeding"),
          new Refused(
              500,
              "application/json",
              STATUS.formatted("Success", "m", 500),
              "an error on the server (\"unknown\") has prevented the request from succeeding"));

  @TestFactory
  Stream<DynamicTest> refusals_are_put_into_words() {
    return REFUSALS.stream().map(it -> dynamicTest(it.toString(), () -> check(it)));
  }

  private void check(Refused it) throws Exception {
    try (Bench own = new Bench(folder, FakeApiServer.http())) {
      Map<String, String> headers = it.type.isEmpty() ? Map.of() : Map.of("Content-Type", it.type);
      own.serve(
          Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
          Route.get(PROXY + "/v1/cert.pem", Reply.of(it.status, headers, it.body)));
      assertEquals(
          "error: cannot fetch certificate: "
              + it.why
              + " (get services http:sealed-secrets-controller:http)",
          own.certificate(),
          it.toString());
    }
  }

  @Test
  void the_api_servers_own_message_is_told() {
    bench.serve(
        Route.get(
            SERVICE, Reply.json(403, STATUS.formatted("Failure", "services is forbidden", 403))));
    Fault fault = bench.fault();
    assertEquals(told("services is forbidden"), fault.error());
    assertTrue(fault.hints().getFirst().contains("sealed-secrets-service-proxier"));
  }

  @Test
  @Tag("K-142")
  void verifying_posts_the_document() {
    bench.serveAll().serve(Route.post(PROXY + "/v1/verify", Reply.ok("")).times(1));
    bench.serve(Route.post(PROXY + "/v1/verify", Reply.of(409, Map.of(), "")).times(1));
    String elsewhere = STATUS.formatted("Failure", "m", 409);
    bench.serve(Route.post(PROXY + "/v1/verify", Reply.json(500, elsewhere)).times(1));
    bench.serve(Route.post(PROXY + "/v1/verify", Reply.of(500, Map.of(), "")));
    Controller controller = bench.controller();
    assertInstanceOf(VerifyAnswer.Opens.class, controller.verify("{\"a\":\"ä\"}"));
    Request request = bench.server.requests().getLast();
    assertEquals("{\"a\":\"ä\"}", request.bodyText());
    assertEquals("application/json, */*", request.header("Accept").orElseThrow());
    assertInstanceOf(VerifyAnswer.DoesNotOpen.class, controller.verify("{}"));
    assertInstanceOf(VerifyAnswer.DoesNotOpen.class, controller.verify("{}"));
    assertEquals(
        new VerifyAnswer.Failed(
            Fault.of(
                "cannot validate sealed secret: an error on the server (\"\") has prevented the"
                    + " request from succeeding (post services"
                    + " http:sealed-secrets-controller:http)")),
        controller.verify("{}"));
    assertEquals(5, bench.paths().size());
  }

  @Test
  @Tag("K-143")
  void rotating_gives_the_answer_as_it_is() {
    bench.serveAll().serve(Route.post(PROXY + "/v1/rotate", Reply.ok("{ \"ü\":1}")).times(1));
    bench.serve(Route.post(PROXY + "/v1/rotate", Reply.of(409, Map.of(), "x")).times(1));
    bench.serve(Route.post(PROXY + "/v1/rotate", Reply.of(404, Map.of(), "")));
    Controller controller = bench.controller();
    assertEquals(new RotateAnswer.Rotated("{ \"ü\":1}"), controller.rotate("{}"));
    assertInstanceOf(RotateAnswer.DoesNotOpen.class, controller.rotate("{}"));
    assertEquals(
        new RotateAnswer.Failed(
            Fault.of(
                "cannot re-encrypt secret: the server could not find the requested resource (post"
                    + " services http:sealed-secrets-controller:http)")),
        controller.rotate("{}"));
  }

  @Test
  @Tag("K-134")
  void compressed_answers_are_asked_for_unless_told_not_to() {
    bench.serveAll().controller();
    bench.configure("disable-compression: true", "").controller();
    assertEquals(List.of("gzip", "none"), bench.sent("Accept-Encoding"));
  }

  @Test
  @Tag("K-134")
  void compressed_answers_are_read() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write("PEM".getBytes(UTF_8));
    }
    Map<String, String> gzip = Map.of("Content-Encoding", "gzip");
    Reply reply = new Reply(200, gzip, zipped.toByteArray(), Duration.ZERO, false);
    bench.serve(Route.get(PROXY + "/v1/cert.pem", reply).times(1)).serveAll();
    assertEquals("PEM", bench.certificate());
    bench.serve(Route.get(PROXY + "/v1/broken", Reply.of(200, gzip, "no gzip")));
    assertTrue(
        Bench.text(
                CertificateUrl.fetch(
                    bench.server.url() + PROXY + "/v1/broken", bench.surroundings()))
            .endsWith("\": Not in GZIP format"));
  }

  @Test
  @Tag("K-137")
  void without_any_configuration_there_is_a_way_out() {
    bench.variable("KUBECONFIG", "none");
    Fault fault = bench.fault();
    assertEquals(
        "invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER"
            + " environment variable",
        fault.error());
    assertEquals(List.of("without a cluster, seal with --cert FILE or --cert URL"), fault.hints());
  }
}
