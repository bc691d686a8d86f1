package dev.signet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objects as trees: the tests must see what is there, not what a typed model keeps of it. */
public final class Json {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Json() {}

  public static JsonNode read(String text) {
    return JSON.readTree(text);
  }

  public static JsonNode read(Path file) {
    return read(text(file));
  }

  /** The documents of a YAML file, aliases resolved. */
  public static List<ObjectNode> documents(Path file) {
    return documents(text(file));
  }

  /** The documents of a YAML text; empty ones are left out. */
  public static List<ObjectNode> documents(String text) {
    Load yaml = new Load(LoadSettings.builder().build());
    List<ObjectNode> documents = new ArrayList<>();
    for (Object document : yaml.loadAllFromString(text)) {
      if (document != null) {
        documents.add(tree(document));
      }
    }
    return documents;
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Maps, lists and values as a tree. */
  public static ObjectNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  public static String pretty(JsonNode node) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
