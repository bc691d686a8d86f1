package dev.signet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session.Ran;
import dev.signet.cli.terminal.Terminal.Stream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgressTest {
  /** Passes a tenth of a second with each look at it. */
  private static final class Ticking extends Clock {
    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis.addAndGet(100));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static final String MANY = (Session.SECRET + "---\n").repeat(30);

  @TempDir Path folder;

  private Ran seal(Stream[] watched, String... arguments) {
    return Session.in(folder).at(new Ticking()).watched(watched).seal(MANY, arguments);
  }

  @Test
  void work_of_more_than_a_second_is_told_on_a_line_that_goes_away() {
    Ran ran = seal(new Stream[] {Stream.ERR});
    assertEquals(0, ran.exit());
    assertTrue(ran.err().matches("(\r\\d+ objects done){5,15}\r\u001b\\[K"), ran.err());
  }

  @Test
  void a_file_is_written_out_of_sight() {
    Ran ran = seal(new Stream[] {Stream.ERR, Stream.OUT}, "-w", "sealed.json");
    assertTrue(ran.err().contains("objects done"), ran.err());
  }

  @Test
  void nothing_stands_between_the_lines_of_the_data() {
    assertEquals("", seal(new Stream[] {Stream.ERR, Stream.OUT}).err());
  }

  @Test
  void a_log_gets_none_of_it() {
    assertEquals("", seal(new Stream[] {Stream.OUT}).err());
  }
}
