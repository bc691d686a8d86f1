package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** It is asked to end in the middle of work, with requests that will never come in. */
final class StopIT {
  private static final int OBJECTS = 300;

  /** What a Pod is given by the manifests. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-46")
  void work_in_hand_is_finished_within_the_grace_period_and_the_rest_is_for_the_next_one()
      throws IOException {
    for (int i = 0; i < OBJECTS; i++) {
      namespace.create(
          Kind.SEALED_SECRET,
          Installation.sealing("key-a").sealedSecret(namespace.name(), "s-" + i, Map.of("k", "v")));
    }
    int done;
    try (ControllerProcess controller = start();
        Socket half = new Socket(InetAddress.getLoopbackAddress(), controller.port())) {
      half.getOutputStream()
          .write(
              "POST /v1/rotate HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      Await.until("it is in the middle of it", GRACE, () -> secrets() > OBJECTS / 10);
      long began = System.nanoTime();
      assertEquals(0, controller.terminate(), controller::log);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(GRACE) < 0, took::toString);
      assertFalse(controller.log().contains("level=ERROR"), controller::log);
      done = secrets();
      // Whatever was begun was also told: no Secret without its status.
      assertEquals(done, synced());
      System.out.printf("stopped after %d of %d in %d ms%n", done, OBJECTS, took.toMillis());
    }
    try (ControllerProcess next = start()) {
      Await.until("the rest is done", Duration.ofMinutes(1), () -> synced() == OBJECTS);
      assertEquals(0, next.terminate(), next::log);
    }
    assertEquals(OBJECTS, secrets());
  }

  private ControllerProcess start() {
    return ControllerProcess.start(place, place.kubeconfig(), List.of(ControllerProcess.NO_RENEWAL))
        .awaitReady();
  }

  private int secrets() {
    return place.cluster().list(Kind.SECRET, namespace.name()).size();
  }

  private int synced() {
    List<JsonNode> objects = place.cluster().list(Kind.SEALED_SECRET, namespace.name());
    return (int) objects.stream().filter(it -> Namespace.synced(it).equals("True")).count();
  }
}
