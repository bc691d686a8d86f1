package dev.signet.controller.log;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/** One object a line, the form of slog's JSONHandler. */
final class JsonLine {
  private JsonLine() {}

  static String of(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> quote(field.getKey()) + ":" + value(field.getValue()))
        .collect(joining(",", "{", "}"));
  }

  private static String value(Object value) {
    return switch (value) {
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> quote(value.toString());
    };
  }

  private static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      // Line ends to JavaScript and to some collectors of logs.
      case 0x2028, 0x2029 -> "\\u%04x".formatted(c);
      default -> {
        // Half of a surrogate pair has no UTF-8.
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        yield c < 0x20 ? "\\u%04x".formatted(c) : half ? "\\ufffd" : Character.toString(c);
      }
    };
  }
}
