package dev.signet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Helm chart, rendered as release {@code rel} in namespace {@code apps}. */
public record Chart(List<ObjectNode> objects) {
  public static final String FOLDER = "deploy/helm/signet";

  /** With these arguments of helm's, {@code --set} for instance. */
  public static Chart render(String... arguments) {
    List<String> words = new ArrayList<>(List.of("template", "rel", FOLDER, "-n", "apps"));
    words.addAll(Arrays.asList(arguments));
    return new Chart(Json.documents(Tool.HELM.command(words.toArray(String[]::new)).out()));
  }

  /** The values files that are tried, those for the original's chart among them. */
  public static List<Path> valuesFiles() {
    try (Stream<Path> files = Files.list(Cluster.ROOT.resolve("deploy/helm/values"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of a kind, in the order of the text. */
  public List<ObjectNode> all(String kind) {
    return objects.stream().filter(it -> it.path("kind").asString().equals(kind)).toList();
  }

  public ObjectNode only(String kind) {
    List<ObjectNode> all = all(kind);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " objects of kind " + kind);
    }
    return all.getFirst();
  }

  public JsonNode container() {
    return only("Deployment").at("/spec/template/spec/containers/0");
  }

  /** The controller's flags, joined by spaces. */
  public String flags() {
    return String.join(
        " ", container().path("args").valueStream().map(JsonNode::asString).toList());
  }
}
