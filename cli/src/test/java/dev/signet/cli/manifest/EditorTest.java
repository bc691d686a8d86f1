package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signet.cli.manifest.Editor.Edit.Edited;
import dev.signet.cli.manifest.Editor.Edit.Refused;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-100")
@Tag("K-106")
final class EditorTest {
  private static final String SEALED =
      """
      # team a, ask Ann
      apiVersion: bitnami.com/v1alpha1
      kind: SealedSecret
      metadata:
        creationTimestamp: null
        name: creds
      spec:
        encryptedData: # items
          b: AQ
          # rotated in May
          d: 'AR' # keep

          f: "AS"
        template:
          metadata:
            name: creds
      ---
      data: {a: b} # another
      """;

  @Test
  void a_new_item_goes_to_its_sorted_place() {
    for (String item : List.of("a", "c", "e", "g")) {
      String after =
          switch (item) {
            case "a" -> SEALED.replace("    b: AQ\n", "    a: NEW\n    b: AQ\n");
            case "c" -> SEALED.replace("    b: AQ\n", "    b: AQ\n    c: NEW\n");
            case "e" -> SEALED.replace("# keep\n", "# keep\n    e: NEW\n");
            default -> SEALED.replace("\"AS\"\n", "\"AS\"\n    g: NEW\n");
          };
      assertEquals(after, edit(SEALED, put("NEW", "spec", "encryptedData", item)));
    }
  }

  @Test
  void an_item_is_replaced_between_its_quotes_and_its_comment() {
    assertEquals(
        SEALED.replace("b: AQ", "b: NEW"), edit(SEALED, put("NEW", "spec", "encryptedData", "b")));
    assertEquals(
        SEALED.replace("'AR' # keep", "'NEW' # keep"),
        edit(SEALED, put("NEW", "spec", "encryptedData", "d")));
    assertEquals(
        SEALED.replace("\"AS\"", "\"NEW\""),
        edit(SEALED, put("NEW", "spec", "encryptedData", "f")));
  }

  @Test
  void maps_that_are_missing_are_made() {
    assertEquals(
        SEALED.replace(
            "      name: creds\n---", "      labels:\n        app: 'a: b'\n      name: creds\n---"),
        edit(SEALED, put("a: b", "spec", "template", "metadata", "labels", "app")));
    assertEquals("a: b\nc:\n  d:\n    e: f", edit("a: b", put("f", "c", "d", "e")));
    assertEquals(
        "a:\n    b: c\n    x:\n        k: z\n", edit("a:\n    b: c\n", put("z", "a", "x", "k")));
  }

  @Test
  void empty_maps_are_filled() {
    for (String empty : List.of("", " {}", " null", " ~", " { }")) {
      assertEquals(
          "a:\n  b: c\nd: e\n", edit("a:" + empty + "\nd: e\n", put("c", "a", "b")), empty);
      assertEquals(
          "a: # x\r\n  b: c\r\n", edit("a:" + empty + " # x\r\n", put("c", "a", "b")), empty);
    }
    assertEquals("a:\n   b:\n     c: d\n", edit("a:\n   {}\n", put("d", "a", "b", "c")));
    assertEquals("{a: {b: c}}\n", edit("{a: {}}\n", put("c", "a", "b")));
  }

  @Test
  void keys_out_of_order_get_the_new_one_at_the_end() {
    assertEquals(
        "m:\n  b: 1\n  a: 2\n  aa: x\n", edit("m:\n  b: 1\n  a: 2\n", put("x", "m", "aa")));
    assertEquals(
        "k2: a\nk9: x\nk10: b\n", edit("k2: a\nk10: b\n", put("x", "k9")), "as kubeseal sorts");
    assertEquals(
        "k10: a\nk2: b\nk9: x\n", edit("k10: a\nk2: b\n", put("x", "k9")), "as others sort");
  }

  @Test
  void block_scalars_are_replaced_whole_and_left_whole() {
    String text = "a: |  # why\n  x\n  y\n\nb: >-\n   q\n   r\nc: |+\n  t\n\nd: e\n";
    assertEquals(text.replace("|  # why\n  x\n  y\n", "new  # why\n"), edit(text, put("new", "a")));
    assertEquals(text.replace(">-\n   q\n   r\n", "new\n"), edit(text, put("new", "b")));
    assertEquals(text.replace("\nb: >-", "ab: new\n\nb: >-"), edit(text, put("new", "ab")));
    assertEquals(text.replace("d: e", "ca: new\nd: e"), edit(text, put("new", "ca")));
  }

  @Test
  void a_last_block_scalar_without_a_line_end_stays_the_last() {
    assertEquals("x: y\na: new\nt: |\n  text", edit("x: y\nt: |\n  text", put("new", "a")));
    assertEquals("zz: new\nt: >\n  text", edit("t: >\n  text", put("new", "zz")));
    assertEquals("t: |-\n  text\nzz: new", edit("t: |-\n  text", put("new", "zz")));
    assertEquals(
        "m:\n  t:\n  - |+\n    x\nzz: new\n", edit("m:\n  t:\n  - |+\n    x\n", put("new", "zz")));
    assertEquals(
        "zz: new\nm:\n  t:\n  - |+\n    x", edit("m:\n  t:\n  - |+\n    x", put("new", "zz")));
  }

  @Test
  void flow_style_and_json_keep_their_manner() {
    assertEquals("{a: b, c: d, e: f}\n", edit("{a: b, e: f}\n", put("d", "c")));
    assertEquals("x: { a: b, c: 'd, e' }\n", edit("x: { a: b }\n", put("d, e", "x", "c")));
    assertEquals("x: {a: b, c: d,}\n", edit("x: {a: b,}\n", put("d", "x", "c")));
    assertEquals(
        "x: {\n  a: b, # one\n  c: d\n}\n", edit("x: {\n  a: b # one\n}\n", put("d", "x", "c")));
    assertEquals("{\"a\":\"b\",\"c\":\"d\"}", edit("{\"a\":\"b\"}", put("d", "c")));
    assertEquals("{\"a\": {\"c\": \"d\"}}", edit("{\"a\": {}}", put("d", "a", "c")));
    assertEquals(
        "{\n\t\"s\": {\n\t\t\"n\": \"x\",\n\t\t\"a\": {\n\t\t\t\"k\": \"<\\\\\"\n\t\t}\n\t}\n}\n"
            .replace("<", "\\u003c"),
        edit("{\n\t\"s\": {\n\t\t\"n\": \"x\"\n\t}\n}\n", put("<\\", "s", "a", "k")));
  }

  @Test
  void keys_and_values_are_quoted_where_they_must_be() {
    assertEquals(
        "a: b\n\"true\": \"12\"\n", edit("a: b\n", put("12", "true")), "as YAML writes them");
    assertEquals("a: b\n'x: y': \"p\\nq\"\n", edit("a: b\n", put("p\nq", "x: y")));
    assertEquals("a: \"it's\\n\"\n", edit("a: 'b'\n", put("it's\n", "a")));
    assertEquals("a: 'it''s'\n", edit("a: 'b'\n", put("it's", "a")));
    assertEquals("{a: '[b]', c: \"\"}\n", edit("{a: '[b]'}\n", put("", "c")));
    assertEquals("\"a b\": new\n", edit("\"a b\": old\n", put("new", "a b")));
    assertEquals("? a\n: new\nb: c\n", edit("? a\n: old\nb: c\n", put("new", "a")));
  }

  @Test
  void between_brackets_and_double_quotes_only_escapes_of_json_are_used() {
    String odd = "\u2028\u001d\u007f\u0085\u00a0\uD83D\uDE00";
    String escaped = "\\u2028\\u001d\\u007f\\u0085\u00a0\uD83D\uDE00";
    String json = "{\"a\": {\"n\": \"x\"}}";
    assertEquals(json.replace("x", escaped), edit(json, put(odd, "a", "n")));
    assertEquals(
        json.replace("x\"", "x\", \"o\": \"" + escaped + "\""), edit(json, put(odd, "a", "o")));
  }

  @Test
  void an_anchor_that_is_used_elsewhere_is_not_touched() {
    String text = "a: &x {k: v}\nb: *x\nc: &y w\nd: *y\ne:\n  <<: *x\n  f: g\nh: &unused v\n";
    assertEquals(text.replace("d: *y", "d: new"), edit(text, put("new", "d")));
    assertEquals(text.replace("f: g\n", "f: g\n  k: new\n"), edit(text, put("new", "e", "k")));
    assertEquals(text.replace("&unused v", "new"), edit(text, put("new", "h")));
    assertEquals(
        "\"a\" has an anchor that is used elsewhere: write its entries out there first",
        refused(text, put("new", "a", "z")));
    assertEquals(
        "\"c\" has an anchor that is used elsewhere: write its entries out there first",
        refused(text, put("new", "c")));
    assertEquals(
        "\"b\" is an alias: write its entries out first", refused(text, put("new", "b", "z")));
    assertEquals(
        "\"c\" has an anchor that is used elsewhere: write its entries out there",
        refused(text, new Change.Remove(List.of("c"))));
  }

  @Test
  void what_is_no_map_or_no_text_is_refused_by_name() {
    assertEquals("\"a\" is no map", refused("a: b\n", put("x", "a", "c")));
    assertEquals("\"a\" is no map", refused("a: [b]\n", put("x", "a", "c")));
    assertEquals("\"a\" is no text", refused("a: [b]\n", put("x", "a")));
    assertEquals("there is no document 2", refused(2, "a: b\n", put("x", "a")));
    assertEquals(
        "document 1, line 3: a quote that is never closed",
        refused("a: 'secret\nb: c\n", put("x", "a")));
    assertEquals(
        "this text cannot be edited without changing something else",
        refused("b: 1\n<<: {b: 2}\n", put("x", "b")));
  }

  @Test
  void other_documents_and_the_end_of_the_text_stay() {
    String text = "{\"a\":\"1\"} {\"b\":\"2\"}\n---\n# é 😀\nc: 3 # x\n...\n---\nd: 4";
    assertEquals(text.replace("\"2\"", "\"x\""), edit(2, text, put("x", "b")));
    assertEquals(text.replace("c: 3 # x", "c: x # x"), edit(3, text, put("x", "c")));
    assertEquals(text + "\ne: x", edit(4, text, put("x", "e")));
    assertEquals(text.replace("c: 3 # x", "c: 3 # x\ne: x"), edit(3, text, put("x", "e")));
  }

  @Test
  @Tag("K-70")
  void encoding_and_line_ends_stay() {
    for (String mark : List.of("", "\uFEFF")) {
      assertArrayEquals(
          bytes(mark + "x: é\r\nxz: v\r\nz: 3"),
          edited(1, bytes(mark + "x: é\r\nz: 3"), List.of(put("v", "xz"))));
    }
    byte[] wide = "\uFEFFa: é\r\n".getBytes(UTF_16LE);
    assertArrayEquals(
        "\uFEFFa: é\r\nb: 😀\r\n".replace("😀", "\"\\U0001F600\"").getBytes(UTF_16LE),
        edited(1, wide, List.of(put("😀", "b"))));
    assertEquals(
        new Refused("bytes that are no UTF-8"),
        Editor.edit("a: \u00ff\n".getBytes(ISO_8859_1), 1, List.of(put("x", "a"))));
  }

  @Test
  void entries_are_taken_away_with_their_lines() {
    assertEquals(
        SEALED.replace("    d: 'AR' # keep\n", ""),
        edit(SEALED, new Change.Remove(List.of("spec", "encryptedData", "d"))));
    assertEquals("a: 1", edit("a: 1\nb:\n  c: 2", new Change.Remove(List.of("b"))));
    assertEquals("a: {}\nd: 1\n", edit("a:\n  b: c\nd: 1\n", new Change.Remove(List.of("a", "b"))));
    assertEquals("b: 3\n", edit("a: 1\nb: 3\na: 2\n", new Change.Remove(List.of("a"))));
    assertEquals("{b: 2}\n", edit("{a: 1, b: 2}\n", new Change.Remove(List.of("a"))));
    assertEquals("{a: 1}\n", edit("{a: 1, b: 2}\n", new Change.Remove(List.of("b"))));
    assertEquals("x: {}\n", edit("x: {a: 1}\n", new Change.Remove(List.of("x", "a"))));
    assertEquals("a: 1\n", edit("a: 1\n", new Change.Remove(List.of("b", "c"))));
  }

  private static Change put(String value, String... path) {
    return new Change.Put(List.of(path), value);
  }

  private static String edit(String text, Change... changes) {
    return edit(1, text, changes);
  }

  private static String edit(int document, String text, Change... changes) {
    return new String(edited(document, bytes(text), List.of(changes)), UTF_8);
  }

  private static byte[] edited(int document, byte[] text, List<Change> changes) {
    return assertInstanceOf(Edited.class, Editor.edit(text, document, changes)).bytes();
  }

  private static String refused(String text, Change change) {
    return refused(1, text, change);
  }

  private static String refused(int document, String text, Change change) {
    return assertInstanceOf(Refused.class, Editor.edit(bytes(text), document, List.of(change)))
        .reason();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
