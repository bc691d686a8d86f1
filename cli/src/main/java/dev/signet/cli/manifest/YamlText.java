package dev.signet.cli.manifest;

/**
 * The page on which YAML is written: knows the column, quotes what cannot stand plain, and folds a
 * line at the first single blank behind column 80.
 */
final class YamlText {
  private static final int WIDTH = 80;
  private static final int NEVER = -1;

  private final StringBuilder out = new StringBuilder();
  private int column;

  /** Whether this line has only blanks and indicators yet, so that a map may begin behind them. */
  private boolean open = true;

  String finish() {
    if (column > 0) {
      newLine();
    }
    return out.toString();
  }

  /** Goes to a column: of this line if it is open, else of the next. */
  void indent(int indent) {
    if (!open || column > indent) {
      newLine();
    }
    pad(indent);
    open = true;
  }

  /** A mark that leaves the line open. */
  void indicator(char mark) {
    blank();
    put(mark);
  }

  /** The end of a key. */
  void colon() {
    put(':');
  }

  void word(String word) {
    blank();
    out.append(word);
    column += word.length();
    open = false;
  }

  /** A text that has to stay on its line. */
  void key(String text) {
    scalar(text, NEVER);
  }

  /** A text whose further lines are indented so. */
  void value(String text, int indent) {
    scalar(text, indent);
  }

  /** A text that is not folded; one in literal style would need lines of its own. */
  static String oneLine(String text, ScalarStyle style) {
    YamlText page = new YamlText();
    page.scalar(
        Surrogates.mend(text),
        NEVER,
        style == ScalarStyle.LITERAL ? ScalarStyle.DOUBLE_QUOTED : style);
    return page.out.toString();
  }

  private void scalar(String anyText, int indent) {
    String text = Surrogates.mend(anyText);
    scalar(text, indent, ScalarStyle.of(text));
  }

  private void scalar(String text, int indent, ScalarStyle style) {
    blank();
    open = false;
    switch (style) {
      case PLAIN -> flowing(text, indent, false);
      case SINGLE_QUOTED -> {
        put('\'');
        flowing(text, indent, true);
        put('\'');
      }
      case DOUBLE_QUOTED -> {
        put('"');
        escaped(text, indent);
        put('"');
      }
      case LITERAL -> literal(text, indent);
    }
  }

  private void flowing(String text, int indent, boolean quoted) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ScalarStyle.isBreak(c)) {
        lineBreak(c);
        continue;
      }
      if (i > 0 && ScalarStyle.isBreak(text.charAt(i - 1))) {
        pad(indent);
      }
      if (c == ' ' && mayFold(text, i, indent) && text.charAt(i + 1) != ' ') {
        newLine();
        pad(indent);
      } else {
        put(c);
        if (c == '\'' && quoted) {
          put(c);
        }
      }
    }
  }

  private void escaped(String text, int indent) {
    // Go takes a mark at the beginning for a reason to escape every character.
    boolean all = text.startsWith("\uFEFF");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (all || c == '"' || c == '\\' || ScalarStyle.isBreak(c) || !ScalarStyle.isPrintable(c)) {
        escape(c);
      } else if (c == ' ' && mayFold(text, i, indent)) {
        newLine();
        pad(indent);
        if (text.charAt(i + 1) == ' ') {
          put('\\');
        }
      } else {
        put((char) c);
      }
    }
  }

  private boolean mayFold(String text, int at, int indent) {
    return indent != NEVER
        && column > WIDTH
        && at > 0
        && at < text.length() - 1
        && text.charAt(at - 1) != ' ';
  }

  private void escape(int c) {
    char letter = shortEscape(c);
    put('\\');
    if (letter != 0) {
      put(letter);
      return;
    }
    int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
    put(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      put(Character.toUpperCase(Character.forDigit(c >> shift & 0xF, 16)));
    }
  }

  private static char shortEscape(int c) {
    return switch (c) {
      case 0x00 -> '0';
      case 0x07 -> 'a';
      case '\b' -> 'b';
      case '\t' -> 't';
      case '\n' -> 'n';
      case 0x0B -> 'v';
      case '\f' -> 'f';
      case '\r' -> 'r';
      case 0x1B -> 'e';
      case '"' -> '"';
      case '\\' -> '\\';
      case 0x85 -> 'N';
      case 0xA0 -> '_';
      case 0x2028 -> 'L';
      case 0x2029 -> 'P';
      default -> 0;
    };
  }

  private void literal(String text, int indent) {
    put('|');
    if (text.charAt(0) == ' ' || ScalarStyle.isBreak(text.charAt(0))) {
      put('2');
    }
    int last = text.length() - 1;
    if (!ScalarStyle.isBreak(text.charAt(last))) {
      put('-');
    } else if (last == 0 || ScalarStyle.isBreak(text.charAt(last - 1))) {
      put('+');
    }
    newLine();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ScalarStyle.isBreak(c)) {
        lineBreak(c);
      } else {
        if (i == 0 || ScalarStyle.isBreak(text.charAt(i - 1))) {
          pad(indent);
        }
        put(c);
      }
    }
    open = column == 0;
  }

  private void blank() {
    if (column > 0 && out.charAt(out.length() - 1) != ' ') {
      put(' ');
    }
  }

  private void pad(int indent) {
    while (column < indent) {
      put(' ');
    }
  }

  private void newLine() {
    lineBreak('\n');
  }

  private void lineBreak(char c) {
    out.append(c);
    column = 0;
  }

  private void put(char c) {
    out.append(c);
    column++;
  }
}
