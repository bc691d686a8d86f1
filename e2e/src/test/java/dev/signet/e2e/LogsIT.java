package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.ControllerProcess;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.scenario.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each recorded run of the original, done again with ours: the lines that people search for are
 * there, on the same stream, to the byte; and there are no others but those named here.
 */
final class LogsIT {
  private static final Path FOLDER = Path.of(Cluster.property("signet.vectors"), "controller/logs");
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What ours says beside: recorded keys are old, and the original crashes over a bad one. */
  private static final Pattern MORE =
      Pattern.compile(
          ".*(no right to use Leases, so this is taken to be the only replica"
              + "|registered private key.*sealed-secrets-keyMADE|Starting informer.*nope"
              + "|The latest sealing key is from|'SealingKeyOld'|'UnusableSealingKey'|HTTP (metrics )?server serving).*");

  /** Objects that another test left: a controller sees all namespaces. */
  private static final Pattern OF_OTHERS = Pattern.compile("\\be2e-[a-z0-9]+\\b");

  private final Installation place = Installation.create(Cluster.current());
  private final Namespace namespace = Cluster.current().newNamespace();
  private int compared;
  private int left;

  @AfterEach
  void remove() {
    place.remove();
    namespace.delete();
  }

  @Test
  @Tag("C-38")
  @Tag("C-39")
  @Tag("C-40")
  @Tag("C-41")
  @Tag("C-42")
  @Tag("C-43")
  @Tag("C-46")
  void every_recorded_run_is_told_in_the_recorded_lines() throws IOException {
    List<String> played = new ArrayList<>();
    played.add(firstStart());
    place.keySecrets().forEach(this::delete);
    place.withKey("key-a");
    played.add(signal());
    place.keySecrets().stream()
        .filter(it -> !it.at("/metadata/name").asString().endsWith("aaaaa"))
        .forEach(this::delete);
    played.add(badCutoff());
    place.withKey("key-ec");
    played.add(badKey());
    place.own().kubectl("delete", "secret", "sealed-secrets-keyececc");
    place.withKey("key-b");
    played.add(work("work", "--log-format=text"));
    played.add(work("work-json", "--log-format=json"));
    place.own().kubectl("delete", "secret", "sealed-secrets-keyaaaaa");
    played.add(namespaces());

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          files
              .map(it -> it.getFileName().toString().replace(".txt", ""))
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(played));
    }
    System.out.printf(
        "vectors/controller/logs: %d files, %d lines compared, %d that ours does not write on"
            + " purpose%n",
        played.size(), compared, left);
    assertTrue(compared > 40, () -> compared + " lines");
  }

  private void delete(JsonNode secret) {
    place.own().kubectl("delete", "secret", secret.at("/metadata/name").asString());
  }

  private String firstStart() {
    try (ControllerProcess controller = start()) {
      controller.awaitReady();
      return compare("first-start", controller);
    }
  }

  private String signal() {
    try (ControllerProcess controller = start(ControllerProcess.NO_RENEWAL)) {
      controller.awaitReady().signal("USR1");
      awaitLine(controller, "Certificate generated");
      return compare("sigusr1", controller);
    }
  }

  /** Refused before anything is said on stdout or asked of the cluster, in one line. */
  private String badCutoff() {
    try (ControllerProcess controller = start("--key-cutoff-time=yesterday")) {
      Await.until("it ends", SOON, () -> !controller.isAlive());
      assertEquals("", controller.out());
      assertEquals(1, controller.err().lines().count(), controller::err);
      assertTrue(controller.err().contains("--key-cutoff-time"), controller::err);
      left += (int) Json.text(FOLDER.resolve("bad-cutoff.txt")).lines().count();
      return "bad-cutoff";
    }
  }

  private String badKey() {
    try (ControllerProcess controller = start(ControllerProcess.NO_RENEWAL)) {
      controller.awaitReady();
      return compare("bad-key", controller);
    }
  }

  private String namespaces() {
    try (ControllerProcess controller =
        start(
            ControllerProcess.NO_RENEWAL,
            "--additional-namespaces=" + namespace.name() + ",nope")) {
      controller.awaitReady();
      awaitLine(controller, "namespace doesn't exist");
      return compare("namespaces", controller);
    }
  }

  private String work(String recorded, String format) {
    try (ControllerProcess controller = start(ControllerProcess.NO_RENEWAL, format)) {
      controller.awaitReady();
      ObjectNode good =
          Installation.sealing("key-b")
              .sealedSecret(namespace.name(), "log-good", Map.of("k", "v"));
      namespace.create(Kind.SEALED_SECRET, good);
      awaitLine(controller, "SealedSecret unsealed successfully");
      ObjectNode bad =
          Installation.sealing("key-b").sealedSecret(namespace.name(), "log-bad", Map.of());
      bad.withObject("spec").withObject("encryptedData").put("k", "***");
      namespace.create(Kind.SEALED_SECRET, bad);
      awaitLine(controller, "will retry");
      namespace.merge(
          Kind.SEALED_SECRET, "log-good", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
      Await.pause(Duration.ofSeconds(1));
      String played = compare(recorded, controller);
      namespace.kubectl("delete", "sealedsecret", "log-good", "log-bad");
      return played;
    }
  }

  private ControllerProcess start(String... flags) {
    return ControllerProcess.start(place, place.kubeconfig(), List.of(flags));
  }

  private static void awaitLine(ControllerProcess controller, String words) {
    Await.until("the log says: " + words, SOON, controller::log, it -> it.contains(words));
  }

  private String compare(String name, ControllerProcess controller) {
    assertEquals(0, controller.terminate(), controller::log);
    RecordedLog recorded = RecordedLog.read(FOLDER.resolve(name + ".txt"));
    compare(name + " stdout", recorded.out(), ours(controller, controller.out()));
    compare(name + " stderr", recorded.err(), ours(controller, controller.err()));
    left += recorded.left();
    return name;
  }

  private List<String> ours(ControllerProcess controller, String text) {
    String general =
        text.replace(place.own().name(), "kube-system")
            .replace(namespace.name(), "vec")
            .replace(":" + controller.port(), ":8080")
            .replaceAll(":" + controller.metricsPort(), ":8081");
    return RecordedLog.normal(general.lines().filter(line -> !OF_OTHERS.matcher(line).find()));
  }

  private void compare(String what, List<String> recorded, List<String> ours) {
    List<String> more = new ArrayList<>(ours);
    for (String line : recorded) {
      assertTrue(
          more.removeIf(it -> RecordedLog.isSame(line, it)),
          () -> "%s lacks %s%nin %s".formatted(what, line, String.join("\n", ours)));
      compared++;
    }
    for (String line : more) {
      assertTrue(MORE.matcher(line).matches(), () -> what + " says " + line);
    }
    assertFalse(ours.toString().contains("Exception"), ours::toString);
  }
}
