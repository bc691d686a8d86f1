package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.fault.BlackHole;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A connection to the API server that stays open and brings nothing. */
final class BlackHoleIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();
  private final BlackHole hole = BlackHole.before(server());
  private final ControllerProcess controller =
      ControllerProcess.start(
              place, place.kubeconfig(hole.port()), List.of(ControllerProcess.NO_RENEWAL))
          .awaitReady();

  @AfterEach
  void remove() {
    controller.close();
    hole.close();
    place.removeUnrefused();
    namespace.delete();
  }

  @Test
  @Tag("C-45")
  @Tag("C-234")
  @Tag("C-237")
  void when_all_goes_silent_it_says_so_and_recovers_over_a_fresh_connection() {
    atARandomMoment();
    hole.swallowAll();
    long noticed = measure("/readyz is 503", () -> controller.status("/readyz") == 503);
    assertTrue(controller.status("/healthz") == 200, "a restart would not help");
    seal("meanwhile");

    hole.letNewThrough();
    seal("after");
    long unsealed = measure("unsealed", () -> namespace.secret("after").isPresent());
    measure("also what came in the silence", () -> namespace.secret("meanwhile").isPresent());
    long ready = measure("/readyz is 200", () -> controller.status("/readyz") == 200);
    namespace.awaitEvent("after", "Unsealed");
    namespace.awaitEvent("meanwhile", "Unsealed");
    System.out.printf(
        "all silent: /readyz 503 after %d ms; fresh connections: unsealed after %d ms,"
            + " /readyz 200 %d ms later%n",
        noticed, unsealed, ready);
  }

  @Test
  @Tag("C-234")
  void when_the_open_connections_go_silent_new_ones_are_made() {
    atARandomMoment();
    hole.swallowOpen();
    seal("after");
    long unsealed = measure("unsealed", () -> namespace.secret("after").isPresent());
    System.out.printf("open connections silent: unsealed after %d ms%n", unsealed);
    assertTrue(controller.isAlive());
  }

  private void atARandomMoment() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    System.out.println("seed " + seed);
    int before = random.nextInt(5);
    for (int i = 0; i < before; i++) {
      seal("before-" + i);
    }
    Await.pause(Duration.ofMillis(random.nextInt(3000)));
  }

  private static long measure(String what, BooleanSupplier done) {
    long began = System.nanoTime();
    Await.until(what, LIMIT, done);
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private void seal(String name) {
    namespace.create(
        Kind.SEALED_SECRET,
        Installation.sealing("key-a").sealedSecret(namespace.name(), name, Map.of("k", "v")));
  }

  private static InetSocketAddress server() {
    String config = Cluster.current().kubectl("config", "view", "--raw", "--minify", "-o", "json");
    URI uri = URI.create(Json.read(config).at("/clusters/0/cluster/server").asString());
    return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 443 : uri.getPort());
  }
}
