package dev.signet.controller.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.http.HttpServer.Start;
import dev.signet.controller.kube.fake.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("C-25")
@Tag("C-165")
@Timeout(120)
final class DeadlinesTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int LARGE = 64 * 1024 * 1024;

  private final HttpServer server = serving();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void headers_that_come_in_byte_by_byte_are_given_up() throws Exception {
    try (Socket socket = connect()) {
      int sent = 0;
      send(socket, "GET /ok HTTP/1.1\r\nX: ");
      try {
        while (sent < 600) {
          send(socket, "x");
          sent++;
          Thread.sleep(100);
        }
      } catch (IOException ended) {
        // As it should be.
      }
      assertTrue(sent < 600, "it stayed for a minute");
    }
  }

  @Test
  void an_answer_that_is_taken_slowly_is_given_up() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
      long taken = 0;
      try {
        InputStream in = socket.getInputStream();
        byte[] some = new byte[64 * 1024];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
          taken += count;
          Thread.sleep(100);
        }
      } catch (IOException ended) {
        // As it should be.
      }
      assertTrue(taken < LARGE, "it stayed to the end");
    }
  }

  @Test
  void a_connection_that_is_used_again_and_again_stays() throws Exception {
    try (Socket socket = connect()) {
      for (int i = 0; i < 30; i++) {
        send(socket, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("fine", answer(socket.getInputStream()));
        Thread.sleep(150);
      }
    }
  }

  /** What stands behind the headers. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder all = new StringBuilder();
    while (!all.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      assertTrue(next >= 0, "the connection ended");
      all.append((char) next);
    }
    return new String(in.readNBytes(4), US_ASCII);
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static HttpServer serving() {
    List<Endpoint> endpoints =
        List.of(
            Endpoint.get("/ok", question -> Answer.ok("fine")),
            Endpoint.get("/large", question -> Answer.ok("x".repeat(LARGE))));
    HttpServer.Plan plan =
        new HttpServer.Plan(new ListenAddress("127.0.0.1", 0), LIMIT, LIMIT, endpoints);
    return switch (HttpServer.start(plan, (path, method, code, took) -> {}, new Lines().log())) {
      case Start.Serving(HttpServer server) -> server;
      case Start.CannotBind(String why) -> throw new AssertionError(why);
    };
  }
}
