package dev.signet.cli.terminal;

/** Text in double quotes as Go's {@code %q} has it, for messages that scripts know. */
public final class Quoting {
  private Quoting() {}

  public static String quote(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case 7 -> quoted.append("\\a");
      case '\b' -> quoted.append("\\b");
      case '\f' -> quoted.append("\\f");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case 11 -> quoted.append("\\v");
      default -> {
        if (isPrinted(point)) {
          quoted.appendCodePoint(point);
        } else {
          quoted.append(escape(point));
        }
      }
    }
  }

  private static boolean isPrinted(int point) {
    return point == ' '
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static String escape(int point) {
    if (point < 0x20 || point == 0x7f) {
      return "\\x%02x".formatted(point);
    }
    return point > 0xffff ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point);
  }
}
