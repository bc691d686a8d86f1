package dev.signet.controller.log;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a line matters, in slog's numbers: DEBUG -4, INFO 0, WARN 4, ERROR 8, and what lies
 * between or beyond as an offset.
 */
public record Level(int number) implements Comparable<Level> {
  public static final Level DEBUG = new Level(-4);
  public static final Level INFO = new Level(0);
  public static final Level WARN = new Level(4);
  public static final Level ERROR = new Level(8);

  private static final Pattern TEXT =
      Pattern.compile("(DEBUG|INFO|WARN|ERROR)([+-]\\d{1,6})?", Pattern.CASE_INSENSITIVE);

  /** Reads {@code debug}, {@code WARN}, {@code INFO+1}. */
  public static Optional<Level> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int offset = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    Level base =
        switch (matcher.group(1).toUpperCase(Locale.ROOT)) {
          case "DEBUG" -> DEBUG;
          case "INFO" -> INFO;
          case "WARN" -> WARN;
          default -> ERROR;
        };
    return Optional.of(new Level(base.number + offset));
  }

  @Override
  public int compareTo(Level other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    if (number < INFO.number) {
      return named("DEBUG", number - DEBUG.number);
    }
    if (number < WARN.number) {
      return named("INFO", number);
    }
    return number < ERROR.number
        ? named("WARN", number - WARN.number)
        : named("ERROR", number - ERROR.number);
  }

  private static String named(String name, int offset) {
    return offset == 0 ? name : name + (offset > 0 ? "+" : "") + offset;
  }
}
