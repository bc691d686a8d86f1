package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Sealing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The images, put together without a container engine, unpacked and really run. */
final class ImageIT {
  private static final String RUN = Cluster.ROOT.resolve("e2e/run-image").toString();

  private static final int MANY = 100;
  private static final int ORDINARY = 2_000;

  private final Cluster cluster = Cluster.current();
  private final Installation place = Installation.create(cluster, "controller").withKey("key-a");
  private final Namespace namespace = cluster.newNamespace();

  @TempDir private Path folder;

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-34")
  @Tag("C-35")
  @Tag("C-46")
  @Tag("C-203")
  void the_controller_of_its_image_works_where_nothing_can_be_written() {
    List<String> program = List.of(RUN, assemble("controller"), "controller");
    try (ControllerProcess controller =
        ControllerProcess.start(
                program, place, place.kubeconfig(), List.of(ControllerProcess.NO_RENEWAL))
            .awaitReady()) {
      namespace.create(
          Kind.SEALED_SECRET,
          Installation.sealing("key-a").sealedSecret(namespace.name(), "boxed", Map.of("k", "v")));
      namespace.awaitSecret("boxed", Map.of("k", "v"));
      sealByImage(controller);
      assertEquals(0, controller.terminate(), controller::log);
    }
  }

  /** As a CI job has it: an image of the command, and a certificate at an address. */
  private void sealByImage(ControllerProcess controller) {
    ObjectNode secret = Json.object().put("apiVersion", "v1").put("kind", "Secret");
    secret.withObject("metadata").put("name", "ci").put("namespace", namespace.name());
    secret.withObject("stringData").put("k", "w");
    String certificate = "http://127.0.0.1:" + controller.port() + "/v1/cert.pem";
    Ran ran =
        Command.of(RUN, assemble("kubeseal"), "kubeseal", "--cert", certificate)
            .with("KUBECONFIG", "")
            .input(secret.toString())
            .run();
    assertEquals(0, ran.exit(), ran::err);
    namespace.apply(ran.out());
    namespace.awaitSecret("ci", Map.of("k", "w"));
  }

  @Test
  void under_a_limit_that_is_too_small_it_says_what_to_raise() {
    String image = assemble("controller");
    Command small = Command.of(RUN, image, "controller", "--version").with("KUBECONFIG", "");
    Ran ran = small.with("MEMORY_LIMIT", Long.toString(64L << 20)).run();
    assertEquals(1, ran.exit());
    assertTrue(ran.err().contains("64 MiB is too small: set resources.limits.memory"), ran::err);
    assertEquals(0, small.with("MEMORY_LIMIT", Long.toString(512L << 20)).run().exit());
    assertEquals(0, small.with("MEMORY_LIMIT", "max").run().exit());
  }

  @Test
  void under_the_smallest_limit_that_it_takes_it_does_its_work() {
    String limit = "MEMORY_LIMIT=" + (192L << 20);
    List<String> program = List.of("env", limit, RUN, assemble("controller"), "controller");
    try (ControllerProcess controller =
        ControllerProcess.start(
                program, place, place.kubeconfig(), List.of(ControllerProcess.NO_RENEWAL))
            .awaitReady()) {
      Sealing sealing = Installation.sealing("key-a");
      for (int i = 0; i < MANY; i++) {
        String name = "small-" + i;
        namespace.create(
            Kind.SEALED_SECRET,
            sealing.sealedSecret(namespace.name(), name, Map.of("k", "x".repeat(ORDINARY))));
      }
      for (int i = 0; i < MANY; i++) {
        namespace.awaitSynced("small-" + i, "True");
      }
      assertEquals(0, controller.terminate(), controller::log);
      if (controller.log().contains("only told")) {
        System.out.println("no control group can be made here: 0 controllers ran under a limit");
      }
    }
  }

  @Test
  void an_image_is_what_engines_load_by_either_layout() {
    String tar = assemble("controller");
    JsonNode old = Json.read("{\"list\": " + member(tar, "manifest.json") + "}").at("/list/0");
    assertTrue(old.at("/RepoTags/0").asString().startsWith("localhost/signet/controller:"));
    JsonNode index = Json.read(member(tar, "index.json"));
    JsonNode manifest = blob(tar, index.at("/manifests/0/digest").asString());
    JsonNode config = blob(tar, manifest.at("/config/digest").asString());
    assertEquals("1001", config.at("/config/User").asString());
    assertEquals("[\"controller\"]", config.at("/config/Cmd").toString());
    assertEquals(
        manifest.path("layers").valueStream().map(it -> it.path("digest").asString()).toList(),
        config.at("/rootfs/diff_ids").valueStream().map(JsonNode::asString).toList());
  }

  private String assemble(String program) {
    String file = folder.resolve(program + ".tar").toString();
    String script = Cluster.ROOT.resolve("deploy/image/assemble").toString();
    Command.of(script, program, file).out();
    return file;
  }

  private static JsonNode blob(String tar, String digest) {
    return Json.read(member(tar, "blobs/sha256/" + digest.substring("sha256:".length())));
  }

  private static String member(String tar, String name) {
    return Command.of("tar", "-xOf", tar, "./" + name).out();
  }
}
