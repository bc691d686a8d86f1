package dev.signet.cli.manifest;

/**
 * Follows a scalar through its source and its meaning side by side. It need not know all rules of
 * folding: white space that means nothing is passed over, and a line end may mean a space.
 */
final class ScalarTrace {
  private static final int HEX = 16;

  private final String source;
  private final int start;
  private int raw;
  private int indent;

  ScalarTrace(String source, int start) {
    this.source = source;
    this.start = start;
  }

  /** Where the character with this index of the meaning stands in the source; -1 if unknown. */
  int find(String meaning, int index) {
    raw = start;
    skipProperties();
    char style = peek();
    boolean isBlock = style == '|' || style == '>';
    if (isBlock) {
      enterBlock(meaning);
    } else if (style == '"' || style == '\'') {
      raw++;
    }
    for (int seen = 0; seen < index; ) {
      if (raw >= source.length()) {
        return -1;
      }
      int width = isBlock ? 1 : width(style);
      if (means(style, width, meaning.charAt(seen))) {
        seen++;
        step(width, isBlock);
      } else if (Character.isWhitespace(peek()) || isContinued(style)) {
        step(isContinued(style) ? 2 : 1, isBlock);
      } else {
        return -1;
      }
    }
    return raw;
  }

  private char peek() {
    return raw < source.length() ? source.charAt(raw) : 0;
  }

  /** An anchor or a tag before it. */
  private void skipProperties() {
    while (peek() == '&' || peek() == '!') {
      while (raw < source.length() && !Character.isWhitespace(peek())) {
        raw++;
      }
      while (Character.isWhitespace(peek())) {
        raw++;
      }
    }
  }

  /** To the first character of its text, and finds out by how much it is indented. */
  private void enterBlock(String meaning) {
    int lineEnd = source.indexOf('\n', raw);
    raw = lineEnd < 0 ? source.length() : lineEnd + 1;
    int first = raw;
    while (first < source.length() && source.substring(first, endOf(first)).isBlank()) {
      first = Math.min(source.length(), endOf(first) + 1);
    }
    String text = meaning.replaceFirst("^(?: *\n)*", "");
    indent = Math.max(0, spaces(source, first) - spaces(text, 0));
    skipIndent();
  }

  private int endOf(int index) {
    int end = source.indexOf('\n', index);
    return end < 0 ? source.length() : end;
  }

  private static int spaces(String text, int from) {
    int count = 0;
    while (from + count < text.length() && text.charAt(from + count) == ' ') {
      count++;
    }
    return count;
  }

  private void skipIndent() {
    raw += Math.min(indent, spaces(source, raw));
  }

  private void step(int width, boolean isBlock) {
    boolean isLineEnd = peek() == '\n';
    raw += width;
    if (isLineEnd && isBlock) {
      skipIndent();
    }
  }

  /** A line end that is escaped means nothing. */
  private boolean isContinued(char style) {
    return style == '"' && source.startsWith("\\\n", raw);
  }

  /** How many characters of the source are one of the meaning. */
  private int width(char style) {
    if (style == '\'' && source.startsWith("''", raw)) {
      return 2;
    }
    if (style != '"' || peek() != '\\' || raw + 1 >= source.length()) {
      return 1;
    }
    return switch (source.charAt(raw + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private boolean means(char style, int width, char meant) {
    if (style == '"' && peek() == '\\') {
      return escaped(width) == meant || (width > 6 && Character.isSurrogate(meant));
    }
    return peek() == meant || (peek() == '\n' && meant == ' ');
  }

  private int escaped(int width) {
    char letter = raw + 1 < source.length() ? source.charAt(raw + 1) : 0;
    if (width > 2 && raw + width <= source.length()) {
      try {
        return Integer.parseInt(source.substring(raw + 2, raw + width), HEX);
      } catch (NumberFormatException _) {
        return -1;
      }
    }
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '0' -> 0;
      case 'a' -> 7;
      case 'v' -> 11;
      case 'e' -> 27;
      case 'N' -> 0x85;
      case '_' -> 0xa0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      default -> letter;
    };
  }
}
