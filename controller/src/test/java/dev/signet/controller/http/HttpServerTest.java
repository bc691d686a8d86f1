package dev.signet.controller.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.http.HttpServer.Start;
import dev.signet.controller.kube.fake.Lines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpServerTest {
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> pem = new AtomicReference<>(Optional.of(PEM));
  private volatile Runnable slowAnswer = () -> {};
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final Lines lines = new Lines();
  private final HttpServer server = serving(start(new ListenAddress("127.0.0.1", 0)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C-148")
  void the_process_lives() throws IOException {
    assertEquals(
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain; charset=utf-8
        Content-Length: 3

        ok
        """,
        ask("GET", "/healthz"));
  }

  @Test
  @Tag("C-45")
  void it_is_ready_or_says_in_one_line_why_not() throws IOException {
    assertTrue(ask("GET", "/readyz").startsWith("HTTP/1.1 200 OK\n"));
    trouble.set(Optional.of("cannot watch\nsealedsecrets"));
    String answer = ask("GET", "/readyz");
    assertTrue(answer.startsWith("HTTP/1.1 503 Service Unavailable\n"), answer);
    assertTrue(answer.endsWith("\n\ncannot watch sealedsecrets\n"), answer);
  }

  @Test
  @Tag("C-149")
  @Tag("C-69")
  void the_certificate_is_pem() throws IOException {
    String answer = ask("GET", "/v1/cert.pem");
    assertTrue(answer.startsWith("HTTP/1.1 200 OK\n"), answer);
    assertTrue(answer.contains("\nContent-Type: application/x-pem-file\n"), answer);
    assertTrue(answer.contains("\nCache-Control: no-cache\n"), answer);
    assertTrue(answer.endsWith("\n\n" + PEM), answer);
  }

  @Test
  @Tag("C-149")
  void without_a_key_there_is_none() throws IOException {
    pem.set(Optional.empty());
    String answer = ask("GET", "/v1/cert.pem");
    assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
    assertTrue(answer.endsWith("\n\ncannot get certificate\n"), answer);
  }

  @Test
  @Tag("C-147")
  @Tag("C-149")
  void a_head_has_the_headers_and_no_body() throws IOException {
    String get = ask("GET", "/v1/cert.pem");
    String head = ask("HEAD", "/v1/cert.pem");
    assertEquals(get.substring(0, get.length() - PEM.length()), head);
  }

  @Test
  @Tag("C-149")
  void who_has_it_already_is_told_so() throws IOException {
    String tag = ask("GET", "/v1/cert.pem").replaceFirst("(?s).*\nETag: (\"[^\"]+\")\n.*", "$1");
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      String answer = ask("GET", "/v1/cert.pem", "If-None-Match: " + known);
      assertTrue(answer.startsWith("HTTP/1.1 304 Not Modified\n"), answer);
      assertTrue(answer.contains("\nETag: " + tag + "\n"), answer);
      assertFalse(answer.contains("CERTIFICATE"), answer);
    }
    assertTrue(ask("GET", "/v1/cert.pem", "If-None-Match: \"x\"").startsWith("HTTP/1.1 200"));
    pem.set(Optional.of(PEM + PEM));
    assertTrue(ask("GET", "/v1/cert.pem", "If-None-Match: " + tag).startsWith("HTTP/1.1 200"));
  }

  @Test
  @Tag("C-147")
  void other_methods_are_told_which_there_are() throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
      for (String path : List.of("/healthz", "/readyz", "/v1/cert.pem")) {
        String answer = ask(method, path);
        assertTrue(answer.startsWith("HTTP/1.1 405 Method Not Allowed\n"), answer);
        assertTrue(answer.contains("\nAllow: GET, HEAD\n"), answer);
      }
    }
  }

  @Test
  @Tag("C-150")
  void other_paths_are_not_found_in_gos_words() throws IOException {
    for (String path :
        List.of("/v1/nothing", "/", "/metrics", "/healthz/", "/HEALTHZ", "/%zz", "/a%2fb")) {
      String answer = ask("GET", path);
      if (path.equals("/%zz")) {
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      } else {
        assertTrue(answer.startsWith("HTTP/1.1 404 Not Found\n"), path + answer);
        assertTrue(answer.contains("\nContent-Type: text/plain; charset=utf-8\n"), answer);
        assertTrue(answer.contains("\nX-Content-Type-Options: nosniff\n"), answer);
        assertTrue(answer.endsWith("\n\n404 page not found\n"), answer);
      }
    }
  }

  @Test
  @Tag("C-150")
  void an_unclean_path_is_led_to_the_clean_one() throws IOException {
    for (String path : List.of("//v1/cert.pem", "/v1/./cert.pem", "/x/../v1//cert.pem")) {
      String answer = ask("GET", path);
      assertTrue(answer.startsWith("HTTP/1.1 307 Temporary Redirect\n"), path + " " + answer);
      assertTrue(answer.contains("\nLocation: /v1/cert.pem\n"), answer);
    }
  }

  @Test
  void what_was_answered_is_told() throws IOException {
    ask("GET", "/v1/cert.pem");
    ask("POST", "/healthz");
    ask("GET", "/nothing");
    assertEquals(List.of("GET /v1/cert.pem 200", "POST /healthz 405"), served);
  }

  @Test
  void a_fault_in_an_endpoint_is_one_line_and_no_trace() throws IOException {
    String answer = ask("GET", "/fault");
    assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
    assertTrue(answer.endsWith("\n\ninternal error\n"), answer);
    assertEquals(1, lines.all().size());
    assertFalse(lines.all().getFirst().contains("marker"));
  }

  @Test
  @Tag("C-24")
  void a_port_in_use_is_told_with_its_address() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertEquals(
          new Start.CannotBind(
              "cannot listen on 127.0.0.1:%d: Address already in use".formatted(port)),
          start(new ListenAddress("127.0.0.1", port)));
    }
    Start unknown = start(new ListenAddress("no-such-host.invalid", 8080));
    assertTrue(unknown instanceof Start.CannotBind, unknown.toString());
  }

  @Test
  @Tag("C-24")
  void addresses_have_gos_forms() throws IOException {
    assertEquals(Optional.of(new ListenAddress("", 8080)), ListenAddress.parse(":8080"));
    assertEquals(Optional.of(new ListenAddress("h", 1)), ListenAddress.parse("h:1"));
    assertEquals(Optional.of(new ListenAddress("::1", 65535)), ListenAddress.parse("[::1]:65535"));
    assertEquals("[::1]:65535", new ListenAddress("::1", 65535).toString());
    assertEquals(":8080", new ListenAddress("", 8080).toString());
    for (String wrong : List.of("", "8080", ":", "::1:80", ":65536", "h:x", "[h]:80", ":080000")) {
      assertEquals(Optional.empty(), ListenAddress.parse(wrong), wrong);
    }
    HttpServer everywhere = serving(start(new ListenAddress("", 0)));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), everywhere.port())) {
      assertTrue(socket.isConnected());
    } finally {
      everywhere.close();
    }
  }

  @Test
  @Tag("C-25")
  void a_request_that_does_not_come_in_is_given_up() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost".getBytes(UTF_8));
      byte[] rest = socket.getInputStream().readAllBytes();
      assertFalse(new String(rest, UTF_8).contains("200 OK"));
    }
  }

  @Test
  @Tag("C-46")
  void an_answer_under_way_comes_to_its_end_when_the_server_stops() throws Exception {
    int port = server.port();
    Thread closer = new Thread(server::close);
    slowAnswer =
        () -> {
          closer.start();
          try {
            // Until nobody new is let in: the stop has begun by then.
            while (isListening(port)) {
              Thread.sleep(10);
            }
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    String answer = ask("GET", "/slow");
    assertTrue(answer.endsWith("\n\ndone\n"), answer + lines.all());
    closer.join();
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  private Start start(ListenAddress address) {
    Duration seconds = Duration.ofSeconds(2);
    List<Endpoint> endpoints =
        List.of(
            Health.live(),
            Health.ready(trouble::get),
            Certificate.endpoint(pem::get),
            Endpoint.get(
                "/slow",
                question -> {
                  slowAnswer.run();
                  return Answer.ok("done\n");
                }),
            Endpoint.get(
                "/fault",
                question -> {
                  throw new IllegalStateException("marker");
                }));
    return HttpServer.start(
        new HttpServer.Plan(address, seconds, seconds, endpoints),
        (path, method, code, took) -> served.add(method + " " + path + " " + code),
        lines.log());
  }

  private static HttpServer serving(Start start) {
    return switch (start) {
      case Start.Serving(HttpServer server) -> server;
      case Start.CannotBind(String why) -> throw new AssertionError(why);
    };
  }

  /** The answer without its date, with plain line ends. */
  private String ask(String method, String path, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n"
                  .formatted(method, path, more)
                  .getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8)
          .replace("\r\n", "\n")
          .replaceFirst("\nDate: [^\n]*", "")
          .replaceFirst("\nConnection: close", "");
    }
  }
}
