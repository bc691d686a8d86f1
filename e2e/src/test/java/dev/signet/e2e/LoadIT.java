package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Sealing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many ask while many SealedSecrets are made. {@code -Dsignet.load.seconds=60} for as long as the
 * recorded figures; a limit of requests that lets all of them through, so that each is work.
 */
final class LoadIT {
  private static final int CALLS_A_SECOND = 200;
  private static final int OBJECTS = 300;
  private static final int SECONDS = Integer.getInteger("signet.load.seconds", 10);

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();
  private final Sealing sealing = Installation.sealing("key-a");

  /** As in a container with this much memory. */
  private final ControllerProcess controller =
      ControllerProcess.start(
          List.of("env", "JAVA_TOOL_OPTIONS=-XX:MaxRAM=512m", ControllerProcess.program()),
          place,
          place.kubeconfig(),
          List.of(ControllerProcess.NO_RENEWAL, "--rate-limit=150", "--rate-limit-burst=50"));

  private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  @AfterEach
  void remove() {
    controller.close();
    place.removeUnrefused();
    namespace.delete();
  }

  @Test
  @Tag("C-163")
  @Tag("C-183")
  void a_flood_of_calls_costs_no_secret_its_time() {
    String body =
        sealing.sealedSecret(namespace.name(), "asked", Map.of("k", "v", "l", "w")).toString();
    controller.awaitReady();
    List<Long> memory = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    CompletableFuture<Void> made =
        CompletableFuture.runAsync(
            () -> waits.addAll(makeAll()), runnable -> new Thread(runnable).start());
    List<CompletableFuture<Void>> calls = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < SECONDS * CALLS_A_SECOND; i++) {
      calls.add(call(i % 2 == 0 ? "/v1/verify" : "/v1/rotate", body));
      pauseUntil(began + i * 1_000_000_000L / CALLS_A_SECOND);
      if (i % (SECONDS * CALLS_A_SECOND / 10) == 0) {
        memory.add(residentKilobytes() / 1024);
      }
    }
    calls.forEach(CompletableFuture::join);
    made.join();
    memory.add(residentKilobytes() / 1024);
    waits.sort(null);
    System.out.printf(
        "%d s, %d calls/s: %s; %d Secrets, median %d ms, last %d ms; resident MB %s%n",
        SECONDS,
        CALLS_A_SECOND,
        new TreeMap<>(answers),
        waits.size(),
        waits.get(waits.size() / 2),
        waits.getLast(),
        memory);
    assertTrue(memory.stream().allMatch(it -> it < 512), memory::toString);
    assertEquals(OBJECTS, waits.size());
    assertTrue(waits.getLast() < 5000, "a Secret took " + waits.getLast() + " ms");
    assertTrue(
        answers.keySet().stream().allMatch(it -> it.endsWith(" 200") || it.endsWith(" 429")),
        answers::toString);
  }

  /** How long each took from its creation, in ms. */
  private List<Long> makeAll() {
    List<Long> waits = new ArrayList<>();
    long gap = SECONDS * 1000L * 9 / 10 / OBJECTS;
    long began = System.nanoTime();
    Map<String, Long> open = new TreeMap<>();
    for (int i = 0; i < OBJECTS || !open.isEmpty(); i++) {
      if (i < OBJECTS) {
        String name = "object-" + i;
        namespace.create(
            Kind.SEALED_SECRET, sealing.sealedSecret(namespace.name(), name, Map.of("k", "v" + i)));
        open.put(name, System.nanoTime());
        pauseUntil(began + i * gap * 1_000_000);
      }
      if (i % 10 == 0 || i >= OBJECTS) {
        look(open, waits);
      }
      if (i >= OBJECTS) {
        Await.pause(Duration.ofMillis(50));
      }
    }
    return waits;
  }

  private void look(Map<String, Long> open, List<Long> waits) {
    long now = System.nanoTime();
    place
        .cluster()
        .list(Kind.SECRET, namespace.name())
        .forEach(
            it -> {
              Long since = open.remove(it.at("/metadata/name").asString());
              if (since != null) {
                waits.add((now - since) / 1_000_000);
              }
            });
    open.forEach((name, since) -> assertTrue(now - since < 30_000_000_000L, name));
  }

  private CompletableFuture<Void> call(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controller.port() + path))
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(body))
            .build();
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .handle(
            (answer, fault) ->
                answer == null ? String.valueOf(fault.getCause()) : "" + answer.statusCode())
        .thenAccept(
            it ->
                answers
                    .computeIfAbsent(path + " " + it, unknown -> new AtomicLong())
                    .incrementAndGet());
  }

  private long residentKilobytes() {
    String status = Json.text(Path.of("/proc", Long.toString(controller.pid()), "status"));
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private static void pauseUntil(long time) {
    Await.pause(Duration.ofNanos(Math.max(0, time - System.nanoTime())));
  }
}
