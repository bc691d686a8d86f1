package dev.signet.controller.log;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/** {@code key=value key="a value"}: the form of slog's TextHandler, with Go's quoting. */
final class TextLine {
  private TextLine() {}

  static String of(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> text(field.getKey()) + "=" + text(String.valueOf(field.getValue())))
        .collect(joining(" "));
  }

  private static String text(String value) {
    return value.isEmpty() || value.codePoints().anyMatch(TextLine::needsQuotes)
        ? quote(value)
        : value;
  }

  private static boolean needsQuotes(int c) {
    return c == ' ' || c == '=' || c == '"' || c == 0xfffd || !isPrintable(c);
  }

  /** As strconv.Quote. */
  private static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 11 -> "\\v";
      default -> isPrintable(c) ? Character.toString(c) : numbered(c);
    };
  }

  private static String numbered(int c) {
    if (c < 0x80) {
      return "\\x%02x".formatted(c);
    }
    return c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
  }

  /** As unicode.IsPrint: letters, marks, numbers, punctuation, symbols, and the space of ASCII. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
