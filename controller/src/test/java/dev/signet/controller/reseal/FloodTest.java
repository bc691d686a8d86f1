package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.reseal.RecordedExchange.Reply;
import dev.signet.controller.reseal.Resealing.DeprecatedField;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests, slow ones, half ones, large ones. */
@Timeout(180)
@Tag("C-183")
final class FloodTest {
  private static final String EMPTY =
      """
      {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret",
       "metadata": {"name": "n", "namespace": "ns"}, "spec": {"encryptedData": {}}}
      """;

  @Test
  @Tag("C-161")
  @Tag("C-163")
  void nothing_that_a_caller_sends_gets_around_the_limit() throws IOException {
    try (Doorstep doorstep = new Doorstep(2, 2, () -> 0, DeprecatedField.ACCEPTED)) {
      for (String path : List.of("/v1/verify", "/v1/rotate")) {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          codes.add(
              doorstep
                  .post(
                      path,
                      EMPTY,
                      "X-Forwarded-For: 10.0.0." + i,
                      "Forwarded: for=10.0.0." + i,
                      "X-Real-IP: 10.0.0." + i,
                      "User-Agent: agent-" + i,
                      "Authorization: Bearer token-" + i)
                  .code());
        }
        assertEquals(List.of(200, 200, 200, 429, 429, 429, 429, 429), codes);
        assertEquals(429, doorstep.post(path + "?x=1", EMPTY).code());
      }
    }
  }

  @Test
  @Tag("C-13")
  @Tag("C-162")
  void a_place_comes_free_in_time() throws IOException {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 100);
    try (Doorstep doorstep = new Doorstep(2, 2, nanos::get, DeprecatedField.ACCEPTED)) {
      List<Integer> codes = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        codes.add(doorstep.post("/v1/rotate", EMPTY).code());
        nanos.addAndGet(250_000_000);
      }
      assertEquals(List.of(200, 200, 200, 200, 200, 429, 200, 429, 200, 429), codes);
      nanos.addAndGet(3_600_000_000_000L);
      Reply after = doorstep.post("/v1/rotate", EMPTY);
      assertEquals("2", after.headers().get("X-Ratelimit-Remaining"));
    }
  }

  @Test
  @Tag("C-161")
  void who_is_over_the_limit_is_refused_before_his_body_is_read() throws IOException {
    try (Doorstep doorstep = new Doorstep(1, 0, () -> 0, DeprecatedField.ACCEPTED)) {
      assertEquals(200, doorstep.post("/v1/verify", EMPTY).code());
      byte[] head =
          "POST /v1/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8);
      Reply reply = doorstep.send(head);
      assertEquals(429, reply.code());
      assertEquals("1", reply.headers().get("Retry-After"));
      assertEquals("limit exceeded\n", reply.body());
    }
  }

  /** More than a server has room for by default, and a processor that is busy elsewhere. */
  @Test
  @Tag("C-163")
  void all_that_come_in_the_same_moment_get_an_answer() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    byte[] request =
        ("POST /v1/verify HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                + EMPTY.length()
                + "\r\n\r\n"
                + EMPTY)
            .getBytes(UTF_8);
    try (Doorstep doorstep = new Doorstep(1, 50, () -> 0, DeprecatedField.ACCEPTED)) {
      for (int i = 0; i < 1000; i++) {
        Socket socket = doorstep.connect();
        sockets.add(socket);
        socket.getOutputStream().write(request);
      }
      Map<String, Integer> answers = new TreeMap<>();
      for (Socket socket : sockets) {
        String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        answers.merge(answer.lines().findFirst().orElse("none"), 1, Integer::sum);
      }
      assertEquals(Map.of("HTTP/1.1 200 OK", 51, "HTTP/1.1 429 Too Many Requests", 949), answers);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  @Tag("C-165")
  void slow_and_half_requests_keep_no_good_one_waiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (Doorstep doorstep =
        new Doorstep(100_000, 100_000, System::nanoTime, DeprecatedField.ACCEPTED)) {
      for (int i = 0; i < 600; i++) {
        Socket socket = doorstep.connect();
        slow.add(socket);
        String text =
            i % 2 == 0
                ? "POST /v1/rotate HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{\"apiV"
                : "POST /v1/verify HTTP/1.1\r\nHo";
        socket.getOutputStream().write(text.getBytes(UTF_8));
      }
      long began = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertEquals(200, doorstep.post("/v1/verify", EMPTY).code());
        assertEquals(200, doorstep.post("/v1/rotate", EMPTY).code());
      }
      long seconds = (System.nanoTime() - began) / 1_000_000_000;
      assertTrue(seconds < 20, "20 good requests took " + seconds + " s");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  @Tag("C-164")
  void large_bodies_are_worked_on_a_few_at_a_time_and_small_ones_do_not_wait() throws Exception {
    String large = EMPTY + " ".repeat(8 * 1024 * 1024);
    try (Doorstep doorstep =
            new Doorstep(100_000, 100_000, System::nanoTime, DeprecatedField.ACCEPTED);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        calls.add(CompletableFuture.supplyAsync(() -> code(doorstep, large), threads));
      }
      for (int i = 0; i < 10; i++) {
        assertEquals(200, code(doorstep, EMPTY));
      }
      Map<Integer, Integer> codes = new TreeMap<>();
      calls.forEach(it -> codes.merge(it.join(), 1, Integer::sum));
      System.out.println("40 bodies of 8 MiB at once: " + codes);
      assertTrue(List.of(200, 408, 429).containsAll(codes.keySet()), codes::toString);
      assertTrue(codes.containsKey(200));
    }
  }

  private static int code(Doorstep doorstep, String body) {
    try {
      return doorstep.post("/v1/verify", body).code();
    } catch (IOException e) {
      // Who is refused while he still sends may see no more than the end of the connection.
      return 408;
    }
  }
}
