package dev.signet.cli.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-30")
final class SeparatorEscapesTest {
  @Test
  void line_and_paragraph_separators_have_escapes_of_their_own() {
    assertEquals("a\u2028b\u2029c", read("\"a\\Lb\\Pc\""));
    assertEquals("\u2029\\P\\\u2028", read("\"\\P\\\\P\\\\\\L\""));
  }

  @Test
  void a_backslash_outside_of_double_quotes_is_a_backslash() {
    assertEquals("C:\\Logs\\Public", read("C:\\Logs\\Public"));
    assertEquals("\\L\\v\\a\\e\\P", read("'\\L\\v\\a\\e\\P'"));
    assertEquals("\\\\L \\P\n", read("|\n  \\\\L \\P\n"));
  }

  @Test
  void other_escapes_of_the_same_document_stay_what_they_are() {
    assertEquals("\u2028\u000b\u2029", read("\"\\L\\v\\P\""));
    assertEquals("\u2028\u0007\u2029", read("\"\\L\\x07\\P\""));
    assertEquals("\u2028\u001b\u2029", read("\"\\L\\U0000001B\\P\""));
  }

  @Test
  void what_kubeseal_writes_is_read_again() {
    String text = "a\u2028 b\u2029\t\u2028\u2029";
    SequencedMap<String, Value> map = new LinkedHashMap<>(Map.of("k", new Value.Text(text)));
    assertEquals(
        text,
        Trees.scalar(Trees.mapping(YamlWriter.document(new Value.Fields(map))), "k").string());
  }

  private static String read(String scalar) {
    return Trees.scalar(Trees.mapping("k: " + scalar + "\n"), "k").string();
  }
}
