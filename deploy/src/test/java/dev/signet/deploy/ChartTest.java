package dev.signet.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The chart knows every value of the original's, and says so everywhere it has to. */
final class ChartTest {
  private static final Path CHART = Path.of("helm/signet");
  private static final Path CONTRACT = Path.of("../docs/contract/controller.md");

  private final JsonNode values = Yaml.documents(CHART.resolve("values.yaml")).getFirst();

  @Test
  @Tag("C-215")
  void the_definition_in_it_is_the_one_source() {
    String name = "sealedsecrets.bitnami.com.yaml";
    assertEquals(
        Yaml.text(Path.of("crds", name)),
        Yaml.text(CHART.resolve("crds").resolve(name)),
        "cp deploy/crds/* deploy/helm/signet/crds/");
  }

  @Test
  @Tag("C-211")
  @Tag("C-214")
  @Tag("C-216")
  void it_has_every_value_of_the_original() {
    List<String> names = namesInContract();
    assertTrue(names.size() > 100, "the contract's table is not read: " + names);
    assertEquals(List.of(), names.stream().filter(it -> at(values, it).isMissingNode()).toList());
  }

  @Test
  void the_schema_describes_every_value() {
    JsonNode schema = Yaml.documents(CHART.resolve("values.schema.json")).getFirst();
    for (String name : leaves("", values).keySet()) {
      JsonNode described = schema;
      for (String word : name.split("\\.", -1)) {
        described = described.path("properties").path(word);
      }
      assertTrue(!described.isMissingNode(), name + " is not in values.schema.json");
    }
  }

  @Test
  void the_readme_lists_every_value_with_its_default() {
    String readme = Yaml.text(CHART.resolve("README.md"));
    leaves("", values)
        .forEach(
            (name, value) -> {
              String row = "| `%s` | `%s` |".formatted(name, value);
              String text = "| `%s` | `(text)` |".formatted(name);
              assertTrue(readme.contains(row) || readme.contains(text), "README.md lacks " + row);
            });
  }

  /**
   * The names in the first column of the values table; {@code .name} stands beside the one before.
   */
  private static List<String> namesInContract() {
    String page = Yaml.text(CONTRACT);
    String table = page.substring(page.indexOf("| values | default |"), page.indexOf("## 11."));
    List<String> names = new ArrayList<>();
    Pattern row = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    for (MatchResult match : row.matcher(table).results().toList()) {
      String parent = "";
      for (String name : match.group(1).replace(".*", "").split(", ", -1)) {
        if (!name.startsWith(".") && name.contains(".")) {
          parent = name.substring(0, name.lastIndexOf('.'));
        }
        names.add(name.startsWith(".") ? parent + name : name);
      }
    }
    return names;
  }

  private static JsonNode at(JsonNode tree, String name) {
    return tree.at("/" + name.replace('.', '/'));
  }

  /** Values by their full names. */
  private static Map<String, JsonNode> leaves(String prefix, JsonNode tree) {
    Map<String, JsonNode> leaves = new TreeMap<>();
    for (var field : tree.properties()) {
      String name = prefix + field.getKey();
      if (field.getValue().isObject() && !field.getValue().isEmpty()) {
        leaves.putAll(leaves(name + ".", field.getValue()));
      } else {
        leaves.put(name, field.getValue());
      }
    }
    return leaves;
  }
}
