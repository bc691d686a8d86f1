package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentReaderTest {
  private static final List<String> A_AND_B = List.of("{\"a\":1}", "{\"b\":2}");

  @Tag("K-32")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n---\nb: 2\n",
        "---\na: 1\n---\nb: 2",
        "a: 1\n---\nb: 2\n---\n",
        "a: 1\n---\nb: 2\n---",
        "---\n---\n\n---\na: 1\n---\n# nothing\n---\n  \n---\nb: 2\n---\n---\n",
        "--- # first\na: 1\n---   # second\nb: 2\n",
        "---  \na: 1\n--- \t\nb: 2\n",
        "# head\n---\na: 1\n---\nb: 2\n",
        "%YAML 1.1\n---\na: 1\n---\nb: 2\n",
        "%YAML 1.1\n---\na: 1\n%YAML 1.1\n---\nb: 2\n",
        "{\"a\":1}\n...\n---\nb: 2\n...\n...\n",
        "a: 1\n...\n---\nb: 2\n...\n",
        "...\n---\na: 1\n---\n... # nothing\n...\n---\nb: 2\n",
        "{\"a\":1}\n...\n---\n{\"b\":2}\n...\n",
        "a: 1\r\n---\r\nb: 2\r\n",
        "a: 1\r---\rb: 2\r",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1}\n{\"b\":2}\n",
        " \n\t {\"a\":1}  {\"b\":2}  ",
        "{\"a\":1}\n---\n{\"b\":2}\n",
        "---\n{\"a\":1}\n---\n{\"b\":2}\n",
        "{\n\"a\"\n:\n1\n}\n# between\n{\r\n\"b\":2}",
        "{\"a\":1}\n---\nb: 2\n",
        "a: 1\n---\n{\"b\":2}\n",
        "{a: 1}\n---\n{b: 2,}\n",
        "null\n---\na: 1\n---\n{}\n---\n~\n---\nb: 2\n",
        "\uFEFFa: 1\n---\nb: 2\n",
        "\uFEFF---\na: 1\n---\nb: 2\n",
        "a: 1\n\uFEFF---\n\uFEFFb: 2\n",
        "\uFEFF{\"a\":1}\n\uFEFF{\"b\":2}"
      })
  void finds_both_documents(String text) {
    assertEquals(A_AND_B, Trees.show(text));
  }

  @Tag("K-33")
  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n  \n", "# nothing\n", "null", "{}", "---\n---\n", "~\n...\n"})
  void finds_nothing(String text) {
    assertEquals(List.of(), Trees.show(text));
  }

  @Test
  @Tag("K-33")
  @Tag("K-34")
  void tells_what_is_no_object_from_objects() {
    assertEquals(
        List.of(
            "{\"a\":1}",
            "!3 a single value, no object",
            "!5 a list, no object",
            "!8 a list, no object",
            "{\"b\":2}"),
        Trees.show("a: 1\n---\noops\n---\n- a\n- b\n---\n[{}]\n---\nb: 2\n"));
  }

  @Test
  @Tag("K-34")
  void goes_on_behind_a_broken_document_and_numbers_them() {
    List<Document> documents = Trees.read("a: 1\n---\nx: 'open\ny: z\n---\nb: 2\n");
    assertEquals(List.of(1, 2, 3), documents.stream().map(Document::number).toList());
    assertEquals("!5 a quote that is never closed", Trees.show(documents.get(1)));
    assertEquals(
        List.of("{\"a\":1}", "!2 text behind \"---\", where only a comment may stand", "{\"b\":2}"),
        Trees.show("a: 1\n--- x\nc: 3\n---\nb: 2\n"));
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":2}", "!3 a '{' or '[' that is not closed"),
        Trees.show("{\"a\":1}\n{\"b\":2}\n{\"c\":"));
  }

  @Test
  @Tag("K-34")
  void names_the_line_of_a_fault() {
    assertEquals(
        "!4 a tab where blanks are needed", Trees.show("\na:\n b: 1\n\tc: 2\n").getFirst());
    assertEquals("!3 a ':' where no map can begin", Trees.show("# x\na: 1\nb: c: d\n").getFirst());
    assertEquals(
        "!2 a line without ':' where a key was expected",
        Trees.show("a: 1\nbcd\ne: 2\n").getFirst());
    assertEquals(
        "!2 a character that cannot begin a value, which quotes would allow",
        Trees.show("a: 1\nb: @c\n").getFirst());
    assertEquals(
        "!3 indentation that fits nothing above it",
        Trees.show("a:\n    b: 1\n  c: 1\n").getFirst());
    assertEquals("!1 a character that YAML does not allow", Trees.show("a: b\0c\n").getFirst());
    assertEquals("!2 an alias without its anchor", Trees.show("a: 1\nb: *x\n").getFirst());
    assertEquals("!2 a key that is null", Trees.show("a: 1\n~: 2\n").getFirst());
    assertEquals("!2 a map or list as a key", Trees.show("a: 1\n[b]: 2\n").getFirst());
  }

  @Test
  @Tag("K-32")
  void says_that_text_behind_an_end_mark_is_not_read() {
    Document.Tree tree = (Document.Tree) Trees.read("a: 1\n...\nb: 2\n").getFirst();
    assertEquals("{\"a\":1}", Trees.show(tree));
    assertEquals(
        List.of(new Document.Remark(2, "text behind \"...\" is not read")), tree.remarks());
  }

  @Test
  @Tag("K-35")
  void the_last_of_equal_keys_counts_and_is_remarked_upon() {
    for (String text :
        List.of(
            "a: {x: 1}\nb: 2\na: {z: 1, z: 3}\n",
            "{\"a\":{\"x\":1},\"b\":2,\n\"a\":{\"z\":1,\"z\":3}}")) {
      Document.Tree tree = (Document.Tree) Trees.read(text).getFirst();
      assertEquals("{\"a\":{\"z\":3},\"b\":2}", Trees.show(tree));
      assertEquals(
          List.of("key \"z\" is there twice", "key \"a\" is there twice"),
          tree.remarks().stream()
              .map(remark -> remark.text().replaceFirst(": (the last one counts|both count)$", ""))
              .toList());
    }
  }

  @Test
  @Tag("K-38")
  void fields_are_found_without_regard_to_case() {
    Node.Mapping map = Trees.mapping("METADATA: 1\nData: 2\ndata: 3\nDATA: 4\n");
    assertEquals(Trees.node(map, "METADATA"), map.field("metadata").orElseThrow());
    assertEquals(Trees.node(map, "data"), map.field("data").orElseThrow());
    assertTrue(map.field("date").isEmpty());
    assertTrue(map.get("metadata").isEmpty());
  }

  @Test
  @Tag("K-70")
  void knows_utf_16_by_its_mark() throws IOException {
    String text = "a: grün 😀\n---\n{\"b\":\"日本\"}\n";
    for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
      byte[] bytes = ("\uFEFF" + text).getBytes(charset);
      assertEquals(
          List.of("{\"a\":\"grün 😀\"}", "{\"b\":\"日本\"}"),
          DocumentReader.readAll(bytes).stream().map(Trees::show).toList());
      assertArrayEquals(text.getBytes(UTF_8), Encoding.toUtf8(bytes));
      assertEquals(text, Encoding.of(bytes).decode(bytes));
      assertArrayEquals(bytes, Encoding.of(bytes).encode(text));
    }
    assertArrayEquals(text.getBytes(UTF_8), Encoding.toUtf8(text.getBytes(UTF_8)));
  }

  @Test
  @Tag("K-70")
  void utf_16_survives_reads_of_single_bytes() {
    String text = "\uFEFFa: 😀😀 é\n---\nb: 2\n";
    InputStream drops =
        new ByteArrayInputStream(text.getBytes(UTF_16LE)) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1));
          }
        };
    DocumentReader reader = new DocumentReader(drops);
    assertEquals("{\"a\":\"😀😀 é\"}", Trees.show(reader.next()));
    assertEquals("{\"b\":2}", Trees.show(reader.next()));
    assertFalse(reader.hasNext());
  }

  @Test
  @Tag("K-30")
  @Tag("K-33")
  void bytes_that_are_no_utf_8_are_replaced_in_json_and_refused_in_yaml() {
    byte[] json =
        "{\"a\":\"\u00ff\u00e2\u0082x\u00ed\u00a0\u0080\u00c0\u0080\"}".getBytes(ISO_8859_1);
    assertEquals(
        "\uFFFD\uFFFD\uFFFDx" + "\uFFFD".repeat(5), Trees.scalar(Trees.mapping(json), "a").text());
    byte[] yaml = "a: 1\nb: \u00ff\n".getBytes(ISO_8859_1);
    assertEquals("!2 bytes that are no UTF-8", Trees.show(DocumentReader.readAll(yaml).getFirst()));
  }

  @Test
  @Tag("K-32")
  void gives_each_document_before_the_next_one_comes() {
    InputStream more =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("there is more to come");
          }

          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            return read();
          }
        };
    for (String first : List.of("a: 1\n---\n", "{\"a\":1}", "\uFEFF---\na: 1\n---")) {
      DocumentReader reader =
          new DocumentReader(
              new SequenceInputStream(new ByteArrayInputStream(first.getBytes(UTF_8)), more));
      assertEquals("{\"a\":1}", Trees.show(reader.next()));
      assertThrows(UncheckedIOException.class, reader::hasNext);
    }
  }

  @Test
  @Tag("K-32")
  void ten_thousand_documents_flow_in_constant_memory() {
    byte[] one = ("kind: Secret\ndata:\n  a: " + "x".repeat(2_000) + "\n---\n").getBytes(UTF_8);
    InputStream endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return one[(int) (at++ % one.length)] & 0xFF;
          }

          @Override
          public int read(byte[] target, int from, int length) {
            for (int i = 0; i < length; i++) {
              target[from + i] = (byte) read();
            }
            return length;
          }
        };
    DocumentReader reader = new DocumentReader(endless);
    for (int i = 1; i <= 10_000; i++) {
      assertEquals(i, reader.next().number());
    }
  }

  @Test
  void positions_are_those_of_the_input() {
    Node.Mapping map =
        (Node.Mapping)
            Trees.node(
                ((Document.Tree) Trees.read("# c\n---\na: 1\n---\nb:\n  c: d\n").get(1)).root(),
                "b");
    assertEquals(new Node.Position(6, 6), Trees.scalar(map, "c").at());
    assertEquals(new Node.Position(6, 3), map.entries().getFirst().name().at());
    Node.Mapping json = ((Document.Tree) Trees.read("{\"a\":1}\n{\n \"b\": 2}").get(1)).root();
    assertEquals(new Node.Position(3, 7), Trees.scalar(json, "b").at());
  }
}
