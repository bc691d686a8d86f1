package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-07")
final class GoBase64Test {
  @Test
  void go_and_we_decode_alike_and_refuse_at_the_same_byte() throws Exception {
    List<String> recorded =
        resource("/go-base64.txt").lines().filter(line -> !line.startsWith("#")).toList();
    assertEquals(400, recorded.size());
    for (String line : recorded) {
      int bar = line.lastIndexOf('|');
      String text = unescaped(line.substring(0, bar));
      String outcome = line.substring(bar + 1);
      if (outcome.startsWith("!")) {
        int offset = Integer.parseInt(outcome.substring(1));
        IllegalBase64Exception refusal =
            assertThrows(IllegalBase64Exception.class, () -> GoBase64.decode(text), line);
        assertEquals(offset, refusal.offset(), line);
        assertEquals("illegal base64 data at input byte " + offset, refusal.getMessage(), line);
      } else {
        assertArrayEquals(HexFormat.of().parseHex(outcome), GoBase64.decode(text), line);
      }
    }
  }

  @Test
  void whatever_was_encoded_is_decoded_with_line_breaks_anywhere() throws Exception {
    RandomGenerator random = Seeded.random();
    for (int run = 0; run < 2000; run++) {
      byte[] content = Seeded.bytes(random, random.nextInt(200));
      StringBuilder text = new StringBuilder(Base64.getEncoder().encodeToString(content));
      for (int breaks = random.nextInt(5); breaks > 0; breaks--) {
        text.insert(random.nextInt(text.length() + 1), random.nextBoolean() ? "\n" : "\r\n");
      }
      assertArrayEquals(content, GoBase64.decode(text.toString()), Seeded.at(run));
    }
  }

  @Test
  void surplus_bits_at_the_end_are_let_through() throws Exception {
    assertArrayEquals("a".getBytes(UTF_8), GoBase64.decode("YQ=="));
    assertArrayEquals("a".getBytes(UTF_8), GoBase64.decode("Yf=="));
    assertArrayEquals("ab".getBytes(UTF_8), GoBase64.decode("YWL="));
  }

  @Test
  void the_offset_counts_bytes_not_characters() {
    IllegalBase64Exception refusal =
        assertThrows(IllegalBase64Exception.class, () -> GoBase64.decode("YWJj\u00e9YWJj"));
    assertEquals(4, refusal.offset());
  }

  @Test
  void the_error_shows_no_byte_of_the_text() {
    IllegalBase64Exception refusal =
        assertThrows(IllegalBase64Exception.class, () -> GoBase64.decode("hunter2!"));
    assertEquals("illegal base64 data at input byte 7", refusal.getMessage());
    assertEquals(0, refusal.getStackTrace().length);
  }

  @Test
  void a_sealed_text_is_one_padded_line() throws Exception {
    SealedValue value = new SealedValue(new byte[128], new byte[18]);
    String text = SealedText.encode(value);
    assertTrue(text.endsWith("=="));
    assertEquals(1, text.lines().count());
    assertEquals(value, SealedText.decode(text));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("\\0", "\0");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoBase64Test.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no resource " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
