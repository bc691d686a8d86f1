package dev.signet.cli.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How values are written. */
final class WritingTest {
  @Test
  @Tag("K-62")
  @Tag("K-64")
  void writes_yaml_as_go_does() {
    int compared = 0;
    for (Node.Mapping line : GoRecordings.of("written.jsonl")) {
      Value value = Trees.node(line, "value").toValue();
      assertEquals(
          "---\n" + Trees.scalar(line, "yaml").text(),
          YamlWriter.document(value),
          JsonWriter.compact(value));
      compared++;
    }
    assertTrue(compared > 500, compared + " compared");
  }

  @Test
  @Tag("K-61")
  void writes_json_with_two_blanks_and_the_given_order() {
    Value value =
        fields(
            "kind", new Value.Text("Secret"),
            "empty", fields(),
            "none", new Value.Items(List.of()),
            "list",
                new Value.Items(
                    List.of(
                        new Value.Bool(true),
                        Value.Numeral.of(-1),
                        fields("a", new Value.Null()))));
    assertEquals(
        """
        {
          "kind": "Secret",
          "empty": {},
          "none": [],
          "list": [
            true,
            -1,
            {
              "a": null
            }
          ]
        }
        """,
        JsonWriter.indented(value));
    assertEquals(
        "{\"kind\":\"Secret\",\"empty\":{},\"none\":[],\"list\":[true,-1,{\"a\":null}]}",
        JsonWriter.compact(value));
  }

  @Test
  @Tag("K-61")
  void maps_are_sorted_by_bytes_and_not_by_utf_16() {
    assertEquals(
        "{\"A\":\"\",\"a\":\"\",\"a.b\":\"\",\"ab\":\"\",\"\uFFFD\":\"\",\"😀\":\"\"}",
        JsonWriter.compact(
            Value.Fields.ofStrings(
                Map.of("😀", "", "\uFFFD", "", "ab", "", "a.b", "", "a", "", "A", ""))));
  }

  @Test
  @Tag("K-65")
  void escapes_what_go_escapes_in_json() {
    assertEquals(
        "\"\\u003c\\u003e\\u0026'\\\"\\\\ / \\u2028\\u2029 \\u0007\\b\\f\\n\\r\\t é 😀\u007F \uFFFD\"",
        JsonWriter.compact(
            new Value.Text("<>&'\"\\ / \u2028\u2029 \u0007\b\f\n\r\t é 😀\u007F \uD83D")));
  }

  @Test
  @Tag("K-62")
  void characters_that_break_yaml_upstream_are_escaped() {
    assertEquals(
        "---\nk: \"a\\x7Fb\\Nc\"\n",
        YamlWriter.document(fields("k", new Value.Text("a\u007Fb\u0085c"))));
  }

  @Test
  void what_was_read_can_be_written_again() {
    for (String text :
        List.of(
            "a: 1\nb: true\nc: null\nd: text\ne:\n- 1\n- x: \"2\"\nf: {}\n", "a: 1.5\nb: -2\n")) {
      assertEquals("---\n" + text, YamlWriter.document(Trees.mapping(text).toValue()));
    }
  }

  private static Value fields(Object... keysAndValues) {
    SequencedMap<String, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], (Value) keysAndValues[i + 1]);
    }
    return new Value.Fields(map);
  }
}
