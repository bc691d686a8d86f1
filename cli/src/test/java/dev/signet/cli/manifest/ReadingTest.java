package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.manifest.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a document mean. */
final class ReadingTest {
  @Tag("K-36")
  @ParameterizedTest
  @CsvSource({
    "8080, INTEGER, 8080",
    "-5, INTEGER, -5",
    "+5, INTEGER, 5",
    "0123, INTEGER, 83",
    "0o17, INTEGER, 15",
    "0x1F, INTEGER, 31",
    "0b101, INTEGER, 5",
    "1_000, INTEGER, 1000",
    "0089, FLOAT, 89",
    "1.50, FLOAT, 1.5",
    "3.0, FLOAT, 3",
    "1e3, FLOAT, 1000",
    "1e6, FLOAT, 1e+06",
    "1e21, FLOAT, 1e+21",
    "1e-7, FLOAT, 1e-07",
    "12345678901234567890, INTEGER, 12345678901234567890",
    "123456789012345678901234567890, FLOAT, 1.2345679e+29",
    "1e400, STRING, 1e400",
    ".inf, FLOAT, +Inf",
    "-.INF, FLOAT, -Inf",
    ".nan, FLOAT, NaN",
    "yes, BOOLEAN, true",
    "on, BOOLEAN, true",
    "y, BOOLEAN, true",
    "TRUE, BOOLEAN, true",
    "n, BOOLEAN, false",
    "OFF, BOOLEAN, false",
    "yEs, STRING, yEs",
    "null, NULL, ''",
    "~, NULL, ''",
    "2001-01-02, STRING, 2001-01-02",
    "2001-12-14t21:59:43.10-05:00, STRING, 2001-12-14t21:59:43.10-05:00",
    "1.2.3, STRING, 1.2.3",
    "190:20:30, STRING, 190:20:30",
    "!!str 123, STRING, 123",
    "!!bool yes, BOOLEAN, true",
    "!!float 3, FLOAT, 3",
    "!!binary aGVsbG8=, STRING, hello",
    "!secret 12, STRING, 12",
    "'\"8080\"', STRING, 8080"
  })
  void a_plain_scalar_is_read_by_yaml_1_1(String text, Node.Type type, String string) {
    Scalar scalar = Trees.scalar(Trees.mapping("k: " + text + "\n"), "k");
    assertEquals(type, scalar.type());
    assertEquals(string, scalar.string());
  }

  @Test
  @Tag("K-36")
  void reads_scalars_as_go_does() {
    int compared = 0;
    for (Node.Mapping line : GoRecordings.of("read.jsonl")) {
      String text = Trees.scalar(line, "text").text();
      assertEquals(Trees.node(line, "strings").toValue(), strings(text), text);
      compared++;
    }
    assertTrue(compared > 700, compared + " compared");
  }

  /** The document as a map of strings, or null if it is refused. */
  private static Value strings(String text) {
    List<Document> documents = Trees.read(text);
    if (documents.isEmpty() || !(documents.getFirst() instanceof Document.Tree tree)) {
      return new Value.Null();
    }
    Map<String, String> strings = new TreeMap<>();
    tree.root()
        .effective()
        .forEach((key, entry) -> strings.put(key, ((Scalar) entry.value()).string()));
    return Value.Fields.ofStrings(strings);
  }

  @Test
  @Tag("K-36")
  void keys_are_text_whatever_they_are() {
    assertEquals(
        List.of("1", "true", "1.5", "16", "false", ".inf", "x y"),
        List.copyOf(
            Trees.mapping("1: a\ntrue: b\n1.5: c\n0x10: d\nno: e\n.inf: f\n'x y': g\n")
                .effective()
                .keySet()));
  }

  @Test
  @Tag("K-36")
  void tells_where_the_text_was_changed() {
    Node.Mapping map = Trees.mapping("a: 0123\nb: 83\nc: '0123'\nd: text\ne: yes\nf: true\ng: ~\n");
    assertEquals(
        List.of("a", "e", "g"),
        map.entries().stream()
            .filter(entry -> ((Scalar) entry.value()).changed())
            .map(Node.Entry::key)
            .toList());
  }

  @Test
  @Tag("K-30")
  void json_that_is_none_is_read_as_yaml() {
    for (String text :
        List.of(
            "{\"a\":{\"b\":\"c\",},}",
            "{a: {b: c}}",
            "# x\n{\"a\":{\"b\":\"c\"}}",
            "{\"a\": {\"b\": 'c'} # x\n}")) {
      assertEquals(List.of("{\"a\":{\"b\":\"c\"}}"), Trees.show(text), text);
    }
    assertEquals(List.of("{\"n\":1,\"t\":true}"), Trees.show("{\"n\":1,\"t\":true}"));
  }

  @Test
  @Tag("K-30")
  void escapes_of_json_become_characters() {
    assertEquals(
        "😀é\n/A\"\\\b\f\r\t",
        Trees.scalar(
                Trees.mapping(
                    "{\"\\u006b\":\"\\ud83d\\ude00\\u00e9\\n\\/\\u0041\\\"\\\\\\b\\f\\r\\t\"}"),
                "k")
            .text());
    assertEquals(
        "\uFFFD\uFFFDA\uFFFD😀",
        Trees.scalar(Trees.mapping("{\"k\":\"\\ud83d\\ud83d\\u0041\\ude00\\ud83d\\ude00\"}"), "k")
            .text());
  }

  @Test
  @Tag("K-30")
  void half_a_character_is_no_yaml() {
    assertEquals("😀", Trees.scalar(Trees.mapping("k: \"\\ud83d\\ude00\"\n"), "k").text());
    for (String half : new String[] {"\\ud83d", "\\ude00", "\\ude00\\ud83d"}) {
      List<Document> documents =
          DocumentReader.readAll(("a: b\nk: \"x" + half + "\"\n").getBytes(UTF_8));
      assertEquals(List.of(new Document.Broken(1, 2, "an escape for half a character")), documents);
    }
  }

  @Test
  @Tag("K-30")
  void anchors_aliases_and_merge_keys_are_followed() {
    assertEquals(
        List.of(
            "{\"l\":{\"x\":\"1\"},\"m\":{\"x\":\"2\",\"z\":\"3\"},\"p\":{\"x\":\"1\"},"
                + "\"o\":{\"x\":\"1\",\"z\":\"3\"},\"a\":\"v\",\"b\":\"v\"}"),
        Trees.show(
            """
            l: &l {x: "1"}
            m: &m {<<: *l, x: "2", z: "3"}
            p: {x: "9", <<: *l}
            o: {<<: [*l, *m]}
            a: &v v
            b: *v
            """));
    assertEquals(
        List.of("!2 a merge key with something else than maps"), Trees.show("a: 1\n<<: x\n"));
    assertEquals(List.of("!1 an alias inside of what it stands for"), Trees.show("a: &a [*a]\n"));
  }

  @Test
  @Tag("K-30")
  @Tag("K-33")
  void aliases_that_would_grow_without_end_are_refused() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      char before = (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.repeat("*" + before + ",", 9).append("]\n");
    }
    assertEquals(List.of("!4 aliases that stand for too much"), Trees.show(bomb.toString()));
    assertEquals(1, Trees.show("a: &a x\nb: [" + "*a,".repeat(5_000) + "]\n").size());
  }

  @Test
  @Tag("K-30")
  void depth_costs_no_stack() {
    String[] deep = {
      "[".repeat(9_000) + "]".repeat(9_000), "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000)
    };
    for (String nested : deep) {
      for (String text : List.of("x: " + nested + "\n", "{\"x\":" + nested + "}")) {
        Value value = Trees.mapping(text).toValue();
        assertEquals("{\"x\":" + nested + "}", JsonWriter.compact(value));
        assertFalse(YamlWriter.document(value).isEmpty());
      }
    }
    assertEquals(
        List.of("!1 nested more than 10000 deep"), Trees.show("x: " + "[".repeat(100_000)));
  }

  @Test
  @Tag("K-70")
  void line_ends_inside_of_block_scalars_become_line_feeds() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = "t: |\n  a\n  b\nu: >\n  a\n  b\n\n  c\nv: |+\n  a\n\nw: |-\n  a\nx: a\n  b\n";
      assertEquals(
          List.of(
              "{\"t\":\"a\\nb\\n\",\"u\":\"a b\\nc\\n\",\"v\":\"a\\n\\n\",\"w\":\"a\",\"x\":\"a b\"}"),
          Trees.show(text.replace("\n", end)));
    }
  }
}
