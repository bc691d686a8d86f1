package dev.signet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of this module as trees. */
final class Yaml {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Yaml() {}

  /** The documents of a file, by its path in the module. */
  static List<JsonNode> documents(String file) {
    return documents(Path.of(file));
  }

  static List<JsonNode> documents(Path file) {
    List<JsonNode> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(text(file))
        .forEach(it -> documents.add(MAPPER.valueToTree(it)));
    return documents;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
