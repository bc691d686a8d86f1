package dev.signet.e2e.scenario;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.scenario.Step.Crd;
import dev.signet.e2e.scenario.Step.GarbageCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One folder {@code NN-name}. */
public record Scenario(Path folder, List<Step> steps) {
  private static final Path ALL = Path.of(Cluster.property("signet.vectors"), "controller");

  /** In the order of their numbers. */
  public static List<Scenario> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders
          .filter(it -> it.getFileName().toString().matches("[0-9]+-.*"))
          .sorted()
          .map(Scenario::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario read(Path folder) {
    List<Step> steps =
        Json.read(folder.resolve("steps.json")).valueStream().map(Step::parse).toList();
    return new Scenario(folder, steps);
  }

  /** The folder's name. */
  public String title() {
    return folder.getFileName().toString();
  }

  /** The SealedSecret's name. */
  public String name() {
    return title().substring(title().indexOf('-') + 1);
  }

  List<ObjectNode> documents(String file) {
    return Json.documents(folder.resolve(file));
  }

  /** What was recorded: {@code secret}, {@code status} or {@code events} of one expect. */
  JsonNode recorded(String what, int number) {
    String suffix = number == 1 ? "" : "-" + number;
    return Json.read(folder.resolve("expected-" + what + suffix + ".json"));
  }

  /** The numbers of the expects for which something else is wanted than was recorded. */
  Set<String> overridden() {
    return Set.copyOf(ours().path("expect").propertyNames());
  }

  JsonNode ours() {
    Path file = folder.resolve("ours.json");
    return Files.exists(file) ? Json.read(file) : Json.object();
  }

  /** Whether it needs a cluster whose garbage collector a test may hold back. */
  public boolean stopsTheCollector() {
    return steps.stream().anyMatch(GarbageCollector.class::isInstance);
  }

  /** Whether it changes what others stand on, or is known to stop upstream for all of them. */
  public boolean wantsToBeAlone() {
    return stopsTheCollector()
        || steps.stream().anyMatch(Crd.class::isInstance)
        || recorded("status", 1).path("status").isNull();
  }
}
