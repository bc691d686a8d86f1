package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is a block and what is none, as Go's encoding/pem decides. */
@Tag("K-83")
final class PemFileTest {
  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of("plain", "-----BEGIN X-----\nQUJD\n-----END X-----\n"),
        Arguments.of("no newline at the end", "-----BEGIN X-----\nQUJD\n-----END X-----"),
        Arguments.of("CRLF", "-----BEGIN X-----\r\nQUJD\r\n-----END X-----\r\n"),
        Arguments.of("blanks behind lines", "-----BEGIN X----- \nQUJD\t\n-----END X----- \t\n"),
        Arguments.of("blanks inside the base64", "-----BEGIN X-----\n QU JD\n-----END X-----\n"),
        Arguments.of("several lines", "-----BEGIN X-----\nQU\nJ\nD\n-----END X-----\n"),
        Arguments.of("empty lines", "-----BEGIN X-----\n\nQUJD\n\n-----END X-----\n"),
        Arguments.of("text around", "a\n-----BEGIN X-----\nQUJD\n-----END X-----\nb: c\n"),
        Arguments.of(
            "an unfinished block in front",
            "-----BEGIN Y-----\nQUJD\n-----BEGIN X-----\nQUJD\n-----END X-----\n"),
        Arguments.of(
            "a stray end in front",
            "\n-----END X-----\n-----BEGIN X-----\nQUJD\n-----END X-----\n"));
  }

  static Stream<Arguments> passedOver() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no end", "-----BEGIN X-----\nQUJD\n"),
        Arguments.of("no begin", "QUJD\n-----END X-----\n"),
        Arguments.of("indented", " -----BEGIN X-----\n QUJD\n -----END X-----\n"),
        Arguments.of("indented end", "-----BEGIN X-----\nQUJD\n -----END X-----\n"),
        Arguments.of("another end", "-----BEGIN X-----\nQUJD\n-----END Y-----\n"),
        Arguments.of("text behind the end", "-----BEGIN X-----\nQUJD\n-----END X----- x\n"),
        Arguments.of("text behind the begin", "-----BEGIN X-----x\nQUJD\n-----END X-----\n"),
        Arguments.of("four dashes", "-----BEGIN X----\nQUJD\n-----END X----\n"),
        Arguments.of("no base64", "-----BEGIN X-----\nQU*D\n-----END X-----\n"),
        Arguments.of("padding missing", "-----BEGIN X-----\nQUI\n-----END X-----\n"),
        Arguments.of("all in one line", "-----BEGIN X-----QUJD-----END X-----\n"),
        Arguments.of("CR for line ends", "-----BEGIN X-----\rQUJD\r-----END X-----\r"),
        Arguments.of("headers and no more", "-----BEGIN X-----\na: b\n-----END X-----\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void a_block_is_found(String name, String text) {
    List<PemFile.Block> blocks = PemFile.blocks(text);
    assertEquals(1, blocks.size(), name);
    assertEquals("X", blocks.getFirst().type());
    assertEquals(Map.of(), blocks.getFirst().headers());
    assertArrayEquals("ABC".getBytes(US_ASCII), blocks.getFirst().content().toArray());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passedOver")
  void what_is_no_block_is_passed_over(String name, String text) {
    assertEquals(List.of(), PemFile.blocks(text), name);
    String good = "-----BEGIN X-----\nQUJD\n-----END X-----\n";
    assertEquals(1, PemFile.blocks(text + "\n" + good).size(), name + ", and a good one behind it");
  }

  @Test
  void all_blocks_are_found_in_their_order() {
    StringBuilder text = new StringBuilder();
    for (String type : List.of("A", "B", "A", "C D")) {
      text.append(PemFile.encode(type, type.getBytes(US_ASCII)));
    }
    List<String> types = PemFile.blocks(text.toString()).stream().map(PemFile.Block::type).toList();
    assertEquals(List.of("A", "B", "A", "C D"), types);
  }

  @Test
  void headers_are_told_from_the_content() {
    String text = "-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\na:b\n\nQUJD\n-----END X-----\n";
    PemFile.Block block = PemFile.blocks(text).getFirst();
    assertEquals(Map.of("Proc-Type", "4,ENCRYPTED", "a", "b"), block.headers());
    assertArrayEquals("ABC".getBytes(US_ASCII), block.content().toArray());
  }

  @Test
  void an_empty_block_is_a_block() {
    assertEquals(
        0, PemFile.blocks("-----BEGIN X-----\n-----END X-----").getFirst().content().size());
  }

  @Test
  void what_is_written_is_read_and_has_lines_of_64() {
    for (int length = 0; length < 200; length++) {
      byte[] content = new byte[length];
      Arrays.fill(content, (byte) length);
      String text = PemFile.encode("X", content);
      assertArrayEquals(content, PemFile.blocks(text).getFirst().content().toArray());
      assertEquals(true, text.lines().allMatch(line -> line.length() <= 64));
    }
  }

  @Test
  @Tag("K-70")
  void byte_order_marks_are_understood() {
    byte[][] files = {
      {'a', '\n'},
      {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', '\n'},
      {(byte) 0xfe, (byte) 0xff, 0, 'a', 0, '\n'},
      {(byte) 0xff, (byte) 0xfe, 'a', 0, '\n', 0}
    };
    for (byte[] file : files) {
      assertEquals("a\n", PemFile.text(file));
    }
    assertEquals("\u00ff", PemFile.text("\u00ff".getBytes(ISO_8859_1)));
    assertEquals("", PemFile.text(new byte[0]));
  }
}
