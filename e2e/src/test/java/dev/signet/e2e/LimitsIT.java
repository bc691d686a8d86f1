package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Limits of the kernel itself, as of a container: half of the memory is heap, one processor is one.
 */
final class LimitsIT {
  private static final String RUN = Cluster.ROOT.resolve("e2e/run-limited").toString();
  private static final int MIB = 1 << 20;
  private static final int OBJECTS = 60;

  /** Read after the command line, which silences the JVM. */
  private static final String TELL = "_JAVA_OPTIONS=-Xlog:os+container=trace:stderr";

  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();
  private final String group = place.own().name();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  private static boolean isPossible() {
    boolean possible = Command.of(RUN, "--possible").run().exit() == 0;
    if (!possible) {
      System.out.println("no control groups can be made here: 0 limits were tried");
    }
    return possible;
  }

  @Test
  @Tag("C-211")
  void the_limits_of_a_container_are_kept_while_it_works() {
    if (!isPossible()) {
      return;
    }
    try (ControllerProcess controller = start(256, 100).awaitReady()) {
      for (int i = 0; i < OBJECTS; i++) {
        namespace.create(
            Kind.SEALED_SECRET,
            Installation.sealing("key-a")
                .sealedSecret(namespace.name(), "limited-" + i, Map.of("k", "v")));
      }
      for (int i = 0; i < OBJECTS; i++) {
        namespace.awaitSecret("limited-" + i, Map.of("k", "v"));
      }
      double heap = heapLimit(controller) / MIB;
      assertTrue(heap > 110 && heap <= 128, "a heap of " + heap + " MiB");
      assertTrue(
          controller.err().contains("active_processor_count: 1\n"),
          "the quota of one processor is not seen");
      assertFalse(controller.err().contains("active_processor_count: 2\n"));
      assertEquals(0, controller.terminate(), controller::log);
    } finally {
      removeGroup();
    }
  }

  @Test
  void a_limit_that_is_too_small_is_told_before_the_kernel_kills() {
    if (!isPossible()) {
      return;
    }
    try (ControllerProcess controller = start(128, 100)) {
      Await.until("it ends", Duration.ofSeconds(30), () -> !controller.isAlive());
      assertTrue(
          controller.err().contains("128 MiB is too small: set resources.limits.memory"),
          controller::err);
    } finally {
      removeGroup();
    }
  }

  private static double heapLimit(ControllerProcess controller) {
    return controller
        .metrics()
        .lines()
        .filter(it -> it.startsWith("jvm_memory_max_bytes{area=\"heap\"} "))
        .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private ControllerProcess start(int mebibytes, int percentOfProcessor) {
    List<String> program =
        List.of(
            RUN,
            group,
            Integer.toString(mebibytes * MIB),
            Integer.toString(percentOfProcessor),
            "env",
            TELL,
            ControllerProcess.program());
    return ControllerProcess.start(
        program, place, place.kubeconfig(), List.of(ControllerProcess.NO_RENEWAL));
  }

  private void removeGroup() {
    Await.until(
        "the control group is gone",
        Duration.ofSeconds(10),
        () -> Command.of(RUN, "--remove", group).run().exit() == 0);
  }
}
