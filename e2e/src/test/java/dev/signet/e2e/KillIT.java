package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Definition;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.cluster.Testbed.Restart;
import dev.signet.e2e.fault.Script;
import dev.signet.e2e.oracle.Oracle;
import dev.signet.e2e.oracle.Pem;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The controller is killed again and again, and the API server too, while all kinds of things
 * happen. In the end every Secret is what it should be, by the word of an {@link Oracle} that
 * shares nothing with the controller. {@code -Dsignet.seed=N} repeats a run.
 */
final class KillIT {
  private static final int OBJECTS = 500;
  private static final int KILLS = 20;

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final List<Namespace> namespaces =
      Stream.generate(Cluster.current()::newNamespace).limit(5).toList();
  private final long seed = Long.getLong("signet.seed", new Random().nextLong());
  private final Path kubeconfig = place.kubeconfig();
  private final List<Restart> restarts = new CopyOnWriteArrayList<>();
  private ControllerProcess controller = start();
  private volatile boolean killing = true;

  @AfterEach
  void remove() {
    controller.close();
    place.remove();
    namespaces.forEach(Namespace::delete);
  }

  @Test
  @Tag("C-37")
  @Tag("C-95")
  @Tag("C-97")
  @Tag("C-106")
  @Tag("C-231")
  void every_secret_is_right_in_the_end_whoever_was_killed_meanwhile() {
    System.out.println("seed " + seed);
    Script script = new Script(seed, Installation.sealing("key-a"), namespaces, OBJECTS);
    CompletableFuture<Integer> changes = CompletableFuture.supplyAsync(() -> play(script));
    killAtRandom(changes);
    killing = false;
    int steps = changes.join();

    long began = System.nanoTime();
    Await.until(
        "the oracle finds no fault",
        Duration.ofMinutes(2),
        () -> faults(script).stream().limit(10).toList(),
        List::isEmpty);
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    System.out.printf(
        "%d steps on %d objects, %d kills: all is right %d ms after the last step%n",
        steps, OBJECTS, KILLS, millis);
    Await.pause(Duration.ofSeconds(5));
    assertEquals(List.of(), faults(script), "all was right, and then was not");
    assertTrue(controller.isAlive());
    assertEquals(List.of(), AuditLog.refusalsOf(place.user(), restarts));
  }

  /**
   * As long as the controller is killed. The API server restarts while the steps go on, after a
   * third and after two thirds of those that it takes until all was there.
   */
  private int play(Script script) {
    Random pauses = new Random(seed);
    CompletableFuture<Void> restarted = CompletableFuture.completedFuture(null);
    int steps = 0;
    while (killing || steps < script.length()) {
      script.next().run();
      steps++;
      Await.pause(Duration.ofMillis(pauses.nextInt(60)));
      if (steps == script.length() / 3 || steps == script.length() * 2 / 3) {
        restarted.join();
        restarted = CompletableFuture.runAsync(() -> restartApiServer(script));
      }
    }
    restarted.join();
    return steps;
  }

  private void restartApiServer(Script script) {
    Optional<Testbed> testbed = Testbed.current();
    if (testbed.isEmpty()) {
      System.out.println("no testbed: 0 restarts of the API server");
      return;
    }
    script.collectorIsBlind(true);
    Definition.awaitCollection(Cluster.current());
    restarts.add(testbed.get().restartApiServer());
    Definition.awaitCollection(Cluster.current());
    script.collectorIsBlind(false);
  }

  private void killAtRandom(CompletableFuture<Integer> changes) {
    Random random = new Random(seed + 1);
    for (int i = 0; i < KILLS; i++) {
      Await.pause(Duration.ofMillis(200 + random.nextInt(6000)));
      assertFalse(changes.isDone(), "the script ended before all kills");
      controller.kill();
      controller = start();
    }
  }

  private ControllerProcess start() {
    return ControllerProcess.start(place, kubeconfig, List.of(ControllerProcess.NO_RENEWAL));
  }

  private List<String> faults(Script script) {
    PrivateKey key = Pem.privateKey(Json.text(Installation.KEYS.resolve("key-a.key")));
    return Oracle.faults(key, all("sealedsecrets"), all("secrets"), script::sent);
  }

  private List<JsonNode> all(String resource) {
    List<JsonNode> all = new ArrayList<>();
    for (Namespace namespace : namespaces) {
      String list = namespace.kubectl("get", resource, "-o", "json");
      Json.read(list).path("items").forEach(all::add);
    }
    return all;
  }
}
