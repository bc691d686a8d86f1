package dev.signet.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every recorded case, the whole folder. */
@Tag("T-05")
@Tag("T-61")
class RecordedTemplatesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("signet.vectors", "../vectors"), "template");

  @Test
  void renders_every_recorded_case_as_go_does() throws IOException {
    var renderer = new Renderer();
    Map<String, String> complaints = new TreeMap<>();
    List<TemplateCase> cases = cases();
    for (TemplateCase recorded : cases) {
      recorded.complaint(renderer).ifPresent(why -> complaints.put(recorded.name(), why));
    }
    assertFalse(cases.isEmpty(), "no cases in " + FOLDER);
    System.out.printf("vectors/template: %d cases%n", cases.size());
    assertEquals("", complaints(complaints));
  }

  private static String complaints(Map<String, String> byName) {
    return byName.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static List<TemplateCase> cases() throws IOException {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    List<TemplateCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (new Load(settings).loadFromString(escaped(line)) instanceof Map<?, ?> fields) {
            cases.add(new TemplateCase(fields));
          }
        }
      }
    }
    return cases;
  }

  /** JSON as YAML, which wants control characters escaped that JSON takes as they are. */
  private static String escaped(String line) {
    var escaped = new StringBuilder();
    line.chars()
        .forEach(
            character -> {
              if (character < 0x7f || (character >= 0xa0 && character < 0xfeff)) {
                escaped.append((char) character);
              } else {
                escaped.append("\\u%04x".formatted(character));
              }
            });
    return escaped.toString();
  }
}
