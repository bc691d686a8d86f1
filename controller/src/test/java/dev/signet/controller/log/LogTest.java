package dev.signet.controller.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class LogTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @Tag("C-41")
  void text_is_quoted_as_go_quotes_it() {
    Log log = log(Log.Format.TEXT, Level.INFO);
    log.info("Updating", "key", "vec/a");
    log.info("HTTP server serving", "addr", ":8080");
    log.info("m", "a", "", "b", "x=y", "c", "say \"hi\"", "d", "line\nend\ttab\\back\u0001\u007f");
    log.info(
        "m", "a", "back\\slash", "b", "ümlaut", "c", "a\u00a0b", "d", "\u200bx", "e", "\ufeff");
    log.info("m", "a", "\ud83d\ude00", "b", 7, "c", true);
    assertEquals(
        """
        time=2026-01-02T15:04:05.006Z level=INFO msg=Updating key=vec/a
        time=2026-01-02T15:04:05.006Z level=INFO msg="HTTP server serving" addr=:8080
        time=2026-01-02T15:04:05.006Z level=INFO msg=m a="" b="x=y" c="say \\"hi\\"" \
        d="line\\nend\\ttab\\\\back\\x01\\x7f"
        time=2026-01-02T15:04:05.006Z level=INFO msg=m a=back\\slash b=ümlaut c="a\\u00a0b" \
        d="\\u200bx" e="\\ufeff"
        time=2026-01-02T15:04:05.006Z level=INFO msg=m a=😀 b=7 c=true
        """,
        out.toString(UTF_8));
  }

  @Test
  @Tag("C-42")
  void json_is_one_object_a_line_in_the_same_order() {
    Log log = log(Log.Format.JSON, Level.INFO);
    log.info("Updating", "key", "vec/a", "n", 7, "b", true);
    log.info("\"\\\n\r\t\b<&>\u2028 ü");
    assertEquals(
        """
        {"time":"2026-01-02T15:04:05.006Z","level":"INFO","msg":"Updating","key":"vec/a",\
        "n":7,"b":true}
        {"time":"2026-01-02T15:04:05.006Z","level":"INFO",\
        "msg":"\\"\\\\\\n\\r\\t\\u0008<&>\\u2028 ü"}
        """,
        out.toString(UTF_8));
  }

  @Test
  @Tag("C-19")
  void what_matters_goes_to_the_second_stream() {
    Log log = log(Log.Format.TEXT, Level.DEBUG);
    log.debug("one");
    log.info("two");
    log.warn("three");
    log.error("four");
    assertEquals(2, out.toString(UTF_8).lines().count());
    assertEquals(2, err.toString(UTF_8).lines().count());
  }

  @Test
  @Tag("C-20")
  void levels_are_slogs() {
    assertEquals(Optional.of(Level.DEBUG), Level.parse("debug"));
    assertEquals(Optional.of(new Level(1)), Level.parse("Info+1"));
    assertEquals(Optional.of(new Level(-5)), Level.parse("DEBUG-1"));
    assertEquals(Optional.empty(), Level.parse("verbose"));
    assertEquals(Optional.empty(), Level.parse("INFO+"));
    assertEquals("INFO+1", new Level(1).toString());
    assertEquals("DEBUG-2", new Level(-6).toString());
    assertEquals("DEBUG+3", new Level(-1).toString());
    assertEquals("ERROR+2", new Level(10).toString());
    Log log = log(Log.Format.TEXT, new Level(1));
    log.info("not this");
    log.warn("this");
    assertEquals("", out.toString(UTF_8));
    assertEquals(1, err.toString(UTF_8).lines().count());
  }

  private Log log(Log.Format format, Level least) {
    return new Log(
        format,
        least,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        () -> Instant.parse("2026-01-02T15:04:05.006Z"));
  }
}
