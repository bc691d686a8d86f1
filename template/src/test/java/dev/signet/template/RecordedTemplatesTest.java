package dev.signet.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded case, the whole folder. */
@Tag("T-05")
@Tag("T-61")
class RecordedTemplatesTest {
  @Test
  void renders_every_recorded_case_as_go_does() throws IOException {
    var renderer = new Renderer();
    Map<String, String> complaints = new TreeMap<>();
    List<TemplateCase> cases = TemplateCase.all();
    for (TemplateCase recorded : cases) {
      recorded.complaint(renderer).ifPresent(why -> complaints.put(recorded.name(), why));
    }
    assertFalse(cases.isEmpty(), "no cases");
    System.out.printf("vectors/template: %d cases%n", cases.size());
    assertEquals("", complaints(complaints));
  }

  private static String complaints(Map<String, String> byName) {
    return byName.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
