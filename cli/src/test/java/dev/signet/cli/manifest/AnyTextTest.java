package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is read or edited: an answer, never an exception, and no word of a secret in it. */
@Tag("K-34")
final class AnyTextTest {
  private static final String SECRET = "S3cr3tWord";
  private static final String[] PARTS = {
    "a", "b: ", "k:", SECRET, SECRET, "\n", "\n", "\n  ", "\n    ", "  ", "\t", "- ", "{", "}", "[",
    "]", ", ", ": ", "'", "\"", "|\n", ">-\n", "|2\n", " # c", "&x ", "*x", "<<: ", "!!int ", "!t ",
    "!<", "%", "@", "`", "\\", "\\u00", "\\ud800", "---", "---\n", "...\n", "? ", "~", "1e3",
    "\u0000", "\u007f", "\u2028", "\u0085", "\uFEFF", "\uD83D", "é😀", "\r\n", "\r", "null", "true",
    "{\"a\":", "\"a\"", "}"
  };

  @Test
  void reading_gives_documents_without_an_exception() {
    int broken = 0;
    for (int seed = 0; seed < 30_000; seed++) {
      for (Document document : DocumentReader.readAll(text(seed))) {
        if (document instanceof Document.Broken(int number, int line, String reason)) {
          broken++;
          assertFalse(reason.contains(SECRET), "seed " + seed + ": " + reason);
          assertTrue(number > 0 && line > 0, "seed " + seed);
        } else if (document instanceof Document.Tree tree) {
          assertNotNull(YamlWriter.document(tree.root().toValue()), "seed " + seed);
        }
      }
    }
    assertTrue(broken > 1_000, broken + " were broken");
  }

  @Test
  void editing_gives_a_text_or_a_reason() {
    int edited = 0;
    for (int seed = 0; seed < 30_000; seed++) {
      List<Change> changes =
          List.of(new Change.Put(List.of("a", "b"), "x"), new Change.Remove(List.of("k", "b")));
      Change change = changes.get(seed % 2);
      switch (Editor.edit(text(seed), 1 + seed % 3 / 2, List.of(change))) {
        case Editor.Edit.Edited e -> edited++;
        case Editor.Edit.Refused(String reason) ->
            assertFalse(reason.contains(SECRET), "seed " + seed + ": " + reason);
      }
    }
    assertTrue(edited > 300, edited + " were edited");
  }

  private static byte[] text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(20);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    if (bytes.length > 0 && random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
