package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Kubeseal;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Testbed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The packaged command and the original controller, through the API server's service proxy. {@code
 * UPSTREAM_CONTROLLER} names the original, see {@code e2e/upstream-controller}.
 */
@Tag("K-130")
@Tag("K-142")
@Tag("K-143")
final class OriginalProxyIT {
  private final Installation place = Installation.create(Cluster.current()).withKey("key-a");
  private final Namespace namespace = Cluster.current().newNamespace();

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  void it_fetches_seals_validates_and_encrypts_again() {
    if (System.getenv("UPSTREAM_CONTROLLER") == null || Testbed.current().isEmpty()) {
      System.out.println(
          "the original controller behind the service proxy: peer absent: 0 compared");
      return;
    }
    String original = Cluster.ROOT.resolve("e2e/upstream-controller").toString();
    List<String> flags = List.of(ControllerProcess.NO_RENEWAL);
    try (ControllerProcess controller =
        ControllerProcess.start(List.of(original), place, place.kubeconfig(), flags).awaitReady()) {
      Testbed.expose(place.own(), controller.port());
      assertEquals(controller.get("/v1/cert.pem"), ran("", "--fetch-cert").out());
      String sealed = ran(secret(), "-o", "yaml").out();
      assertEquals("", ran(sealed, "--validate").out());
      Ran moved = kubeseal(sealed.replace("name: near", "name: other"), "--validate");
      assertEquals(1, moved.exit());
      assertTrue(
          moved.err().startsWith("error: unable to decrypt sealed secret: other\n"), moved.err());
      String again = ran(sealed, "--re-encrypt", "-o", "yaml").out();
      assertNotEquals(sealed, again);
      namespace.apply(again);
      namespace.awaitSecret("near", Map.of("k", "v"));
    }
    System.out.println("the original controller behind the service proxy: 5 commands compared");
  }

  private String secret() {
    return """
        {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "near", "namespace": "%s"},
         "stringData": {"k": "v"}}
        """
        .formatted(namespace.name());
  }

  private Ran ran(String input, String... flags) {
    Ran ran = kubeseal(input, flags);
    assertEquals(0, ran.exit(), ran.err());
    return ran;
  }

  private Ran kubeseal(String input, String... flags) {
    List<String> words =
        Stream.concat(
                Stream.of(Kubeseal.program(), "--controller-namespace", place.own().name()),
                Stream.of(flags))
            .toList();
    return Command.of(words).input(input).run();
  }
}
