package dev.signet.cli.peer;

import java.util.regex.Pattern;

/**
 * Writes a string in one of YAML's five styles. A style that changes the text (folding, chomping)
 * is as welcome as one that keeps it.
 */
final class ScalarSketch {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./+=@-]*");
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029]*");
  private static final Pattern PRINTABLE =
      Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\n\\t]]*");

  /** From here on it may be a sealed value, which stays as it is to be told from a new one. */
  private static final int LONG = 200;

  private final Draw draw;

  ScalarSketch(Draw draw) {
    this.draw = draw;
  }

  String key(String key) {
    if (isPlain(key) && !draw.oneIn(20)) {
      return key;
    }
    return draw.oneIn(40) && ONE_LINE.matcher(key).matches() ? key : quoted(key);
  }

  String flowKey(String key) {
    return isPlain(key) && !draw.oneIn(4) ? key : quoted(key);
  }

  /** A key that is null makes a whole document useless, so there are few of them. */
  private boolean isPlain(String key) {
    return PLAIN.matcher(key).matches() && (!key.equalsIgnoreCase("null") || draw.oneIn(40));
  }

  /**
   * @param indent of the field; what follows on further lines stands deeper
   */
  String value(String text, int indent) {
    boolean printable = PRINTABLE.matcher(text).matches();
    if (printable && (text.indexOf('\n') >= 0 ? !draw.oneIn(4) : draw.oneIn(12))) {
      return tag() + block(text, indent);
    }
    boolean oneLine = ONE_LINE.matcher(text).matches();
    if (PLAIN.matcher(text).matches() ? !draw.oneIn(4) : oneLine && draw.oneIn(30)) {
      return tag() + (draw.oneIn(8) ? wrapped(text, indent) : text);
    }
    return tag() + (draw.oneIn(10) ? wrapped(quoted(text), indent) : quoted(text));
  }

  String flowValue(String text) {
    return PLAIN.matcher(text).matches() && draw.oneIn(2) ? text : quoted(text);
  }

  private String tag() {
    return draw.oneIn(40) ? draw.of("!!str ", "! ", "!secret ", "!!binary ", "!<tag:x> ") : "";
  }

  private String quoted(String text) {
    return ONE_LINE.matcher(text).matches() && draw.oneIn(2)
        ? "'" + text.replace("'", "''") + "'"
        : doubled(text);
  }

  private String doubled(String text) {
    var quoted = new StringBuilder("\"");
    boolean plain = text.length() > LONG;
    text.codePoints().forEach(point -> escape(quoted, point, plain));
    return quoted.append('"').toString();
  }

  private void escape(StringBuilder to, int point, boolean plain) {
    switch (point) {
      case '"' -> to.append("\\\"");
      case '\\' -> to.append("\\\\");
      case '\n' -> to.append(draw.of("\\n", "\\x0a", "\\u000A"));
      case '\t' -> to.append(draw.of("\\t", "\t", "\\\t"));
      case 0 -> to.append("\\0");
      case 27 -> to.append("\\e");
      case 0xa0 -> to.append("\\_");
      case 0x85 -> to.append("\\N");
      default -> {
        boolean must = point < ' ' || point == 0x7f;
        if (must || (!plain && draw.oneIn(point > 0xffff ? 6 : 60))) {
          to.append(point > 0xffff ? beyond(point) : "\\u%04x".formatted(point));
        } else {
          to.appendCodePoint(point);
        }
      }
    }
  }

  /** Now and then in two halves, as JSON has it, or one half alone. */
  private String beyond(int point) {
    char[] halves = Character.toChars(point);
    return switch (draw.below(6)) {
      case 0, 1 -> "\\u%04x\\u%04x".formatted((int) halves[0], (int) halves[1]);
      case 2 -> "\\u%04x".formatted((int) halves[draw.below(2)]);
      default -> "\\U%08X".formatted(point);
    };
  }

  /** Breaks the line at some of its blanks. */
  private String wrapped(String text, int indent) {
    return text.replace(" ", draw.of(" ", "\n" + " ".repeat(indent + draw.between(1, 4))));
  }

  private String block(String text, int indent) {
    int deeper = draw.of(1, 2, 2, 2, 4);
    String margin = " ".repeat(indent + deeper);
    String hint = text.startsWith(" ") || draw.oneIn(12) ? Integer.toString(deeper) : "";
    String chomp = draw.of("", "", "-", "+");
    String head = draw.of("|", "|", ">") + (draw.oneIn(2) ? hint + chomp : chomp + hint);
    String body = text.isEmpty() ? "" : margin + text.replace("\n", "\n" + margin);
    String end = draw.of("\n", "\n", "\n", "\n\n", "\n" + margin + "\n", "\n" + margin + "# in\n");
    return head + draw.of("", "", "", "  ", " # block") + "\n" + body + end;
  }
}
