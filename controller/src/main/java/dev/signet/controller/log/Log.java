package dev.signet.controller.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes lines. Keys and values alternate, as in slog: {@code log.info("New key written",
 * "namespace", namespace, "name", name)}. Each line reaches its stream in one write, so that lines
 * of several threads do not mix.
 */
public final class Log {
  public enum Format {
    TEXT,
    JSON
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Format format;
  private final Level least;
  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /**
   * A log with its two ends.
   *
   * @param least what matters less is not written
   * @param out for INFO and lower
   * @param err for WARN and higher
   */
  public Log(Format format, Level least, PrintStream out, PrintStream err, InstantSource clock) {
    this.format = format;
    this.least = least;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  public void debug(String message, Object... keysAndValues) {
    write(Level.DEBUG, message, keysAndValues);
  }

  public void info(String message, Object... keysAndValues) {
    write(Level.INFO, message, keysAndValues);
  }

  public void warn(String message, Object... keysAndValues) {
    write(Level.WARN, message, keysAndValues);
  }

  public void error(String message, Object... keysAndValues) {
    write(Level.ERROR, message, keysAndValues);
  }

  public boolean writes(Level level) {
    return level.compareTo(least) >= 0;
  }

  void write(Level level, String message, Object... keysAndValues) {
    if (!writes(level)) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", TIME.format(clock.instant()));
    fields.put("level", level.toString());
    fields.put("msg", message);
    for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
      fields.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    String line =
        switch (format) {
          case TEXT -> TextLine.of(fields);
          case JSON -> JsonLine.of(fields);
        };
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    PrintStream stream = level.compareTo(Level.WARN) < 0 ? out : err;
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
