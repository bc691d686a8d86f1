package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.e2e.cluster.Chart;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Testbed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** An API server checks all that is shipped, field by field, and takes it; nothing is stored. */
final class AdmissionIT {
  private static final Path TYPES =
      Cluster.ROOT.resolve("e2e/src/test/resources/dev/signet/e2e/monitoring-types.yaml");

  private final Cluster cluster = Cluster.current();
  private final Namespace namespace = cluster.newNamespace();

  @BeforeEach
  void bringTypes() {
    // A cluster of somebody's has the true ones, or is not to get any from here.
    if (Testbed.current().isPresent()) {
      cluster.kubectl("apply", "-f", TYPES.toString());
      cluster.kubectl("wait", "--for=condition=Established", "-f", TYPES.toString());
    }
  }

  @AfterEach
  void remove() {
    namespace.delete();
  }

  @Test
  @Tag("C-211")
  @Tag("C-214")
  @Tag("C-216")
  void the_chart_is_taken_with_each_of_the_values_files() {
    for (Path values : Chart.valuesFiles()) {
      take(values.toString(), Chart.render("-f", values.toString()).objects());
    }
  }

  @Test
  @Tag("C-203")
  @Tag("C-206")
  @Tag("C-209")
  void the_manifests_are_taken() {
    for (String name :
        List.of(
            "controller",
            "controller-norbac",
            "controller-podmonitor",
            "controller-single-namespace")) {
      Path file = Cluster.ROOT.resolve("deploy/manifests/" + name + ".yaml");
      take(name, Json.documents(file));
    }
  }

  private void take(String what, List<ObjectNode> objects) {
    assertFalse(objects.isEmpty(), what);
    for (ObjectNode object : objects) {
      ObjectNode metadata = object.withObject("metadata");
      if (metadata.has("namespace")) {
        metadata.put("namespace", namespace.name());
      }
    }
    ObjectNode list = Json.object().put("apiVersion", "v1").put("kind", "List");
    list.putArray("items").addAll(objects);
    // Strict: a field that no type has is an error.
    Command.of(
            "kubectl",
            "apply",
            "--server-side",
            "--force-conflicts",
            "--dry-run=server",
            "--validate=strict",
            "-f",
            "-")
        .input(list.toString())
        .out();
  }
}
