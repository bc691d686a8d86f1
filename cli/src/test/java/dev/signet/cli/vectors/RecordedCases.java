package dev.signet.cli.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folders of recorded cases. */
final class RecordedCases {
  static final Path VECTORS = Path.of(System.getProperty("signet.vectors", "../vectors"));

  private RecordedCases() {}

  /** All cases of the files in a folder, in the order of the files. */
  static List<RecordedCase> in(String folder) {
    try (Stream<Path> files = Files.list(VECTORS.resolve(folder))) {
      List<RecordedCase> cases = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .forEach(
              file -> read(file).get("cases").forEach(json -> cases.add(new RecordedCase(json))));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    return JsonMapper.shared().readTree(file.toFile());
  }
}
