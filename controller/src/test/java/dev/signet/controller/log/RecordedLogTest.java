package dev.signet.controller.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.crds.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded line, taken apart and written by our log: the same to the byte. */
@Tag("C-38")
@Tag("C-39")
@Tag("C-40")
@Tag("C-41")
@Tag("C-42")
@Tag("C-43")
final class RecordedLogTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("signet.vectors"), "controller", "logs");

  /** Those of libraries and of crashes, which have a form of their own and never come out here. */
  private static final Pattern FOREIGN =
      Pattern.compile("E<date>.*|panic: .*|goroutine .*|#.*|\\s*");

  private static final Pattern FIELD =
      Pattern.compile("([^ =]+)=(\"(?:[^\"\\\\]++|\\\\.)*+\"|[^ ]*)(?: |$)");

  @Test
  void every_recorded_line_is_written_in_the_same_form() throws IOException {
    int text = 0;
    int json = 0;
    int foreign = 0;
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        if (FOREIGN.matcher(line).matches()) {
          foreign++;
        } else if (line.startsWith("{")) {
          assertEquals(line, write(Log.Format.JSON, jsonFields(line)), file.toString());
          json++;
        } else {
          assertEquals(line, write(Log.Format.TEXT, textFields(line)), file.toString());
          text++;
        }
      }
    }
    System.out.printf(
        "recorded logs: %d files, %d lines of text, %d of JSON as recorded, %d that are no log"
            + " lines%n",
        files().size(), text, json, foreign);
    assertTrue(text > 20 && json > 20);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.sorted().toList();
      assertFalse(all.isEmpty());
      return all;
    }
  }

  private static String write(Log.Format format, List<String> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, UTF_8);
    Log log = new Log(format, Level.DEBUG, stream, stream, () -> Instant.EPOCH);
    assertEquals("time", fields.get(0));
    assertEquals("level", fields.get(2));
    assertEquals("msg", fields.get(4));
    log.write(
        Level.parse(fields.get(3)).orElseThrow(),
        fields.get(5),
        fields.subList(6, fields.size()).toArray());
    return bytes.toString(UTF_8).stripTrailing().replaceFirst("1970-01-01T00:00:00.000Z", "TIME");
  }

  private static List<String> jsonFields(String line) {
    List<String> fields = new ArrayList<>();
    Json.readObject(line.getBytes(UTF_8))
        .orElseThrow()
        .properties()
        .forEach(it -> fields.addAll(List.of(it.getKey(), it.getValue().stringValue())));
    return fields;
  }

  private static List<String> textFields(String line) {
    List<String> fields = new ArrayList<>();
    Matcher matcher = FIELD.matcher(line);
    int end = 0;
    while (matcher.find()) {
      assertEquals(end, matcher.start(), line);
      end = matcher.end();
      fields.add(matcher.group(1));
      String value = matcher.group(2);
      // Go's escapes in these lines are all JSON's too.
      fields.add(value.startsWith("\"") ? unquote(value) : value);
    }
    assertEquals(line.length(), end, line);
    return fields;
  }

  private static String unquote(String quoted) {
    return Json.readObject(("{\"v\":" + quoted + "}").getBytes(UTF_8))
        .orElseThrow()
        .path("v")
        .stringValue();
  }
}
