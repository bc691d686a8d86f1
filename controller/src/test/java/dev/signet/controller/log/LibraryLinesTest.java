package dev.signet.controller.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Isolated
@Tag("C-43")
final class LibraryLinesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Logger library = LoggerFactory.getLogger("org.example.Library");

  @Test
  void a_librarys_lines_come_in_our_format_and_its_chatter_is_for_debugging() {
    LibraryLines.into(log(Level.DEBUG));
    library.info("started {} in {} ms", "it", 7);
    library.warn("odd", new IllegalStateException("marker"));
    library.error("bad {}", "thing");
    assertEquals(
        "time=2026-01-02T15:04:05.006Z level=DEBUG msg=\"started it in 7 ms\""
            + " logger=org.example.Library\n",
        out.toString(UTF_8));
    assertEquals(
        """
        time=2026-01-02T15:04:05.006Z level=WARN msg=odd logger=org.example.Library \
        error=java.lang.IllegalStateException
        time=2026-01-02T15:04:05.006Z level=ERROR msg="bad thing" logger=org.example.Library
        """,
        err.toString(UTF_8));
  }

  @Test
  void bodies_are_never_asked_for_and_nothing_is_said_below_the_level() {
    LibraryLines.into(log(Level.INFO));
    assertFalse(library.isTraceEnabled());
    assertFalse(library.isDebugEnabled());
    assertFalse(library.isInfoEnabled());
    library.info("started");
    library.debug("body");
    assertEquals("", out.toString(UTF_8) + err.toString(UTF_8));
  }

  private Log log(Level least) {
    return new Log(
        Log.Format.TEXT,
        least,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        () -> Instant.parse("2026-01-02T15:04:05.006Z"));
  }
}
