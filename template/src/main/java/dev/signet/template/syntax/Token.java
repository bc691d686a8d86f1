package dev.signet.template.syntax;

import java.util.Map;

/**
 * A piece of template text.
 *
 * @param position of its first byte
 * @param line on which the lexer counted it
 */
record Token(Kind kind, int position, String text, int line) {
  enum Kind {
    ERROR,
    EOF,
    TEXT,
    LEFT_DELIMITER,
    RIGHT_DELIMITER,
    SPACE,
    ASSIGN,
    DECLARE,
    PIPE,
    LEFT_PARENTHESIS,
    RIGHT_PARENTHESIS,
    CHARACTER,
    BOOL,
    CHARACTER_CONSTANT,
    NUMBER,
    COMPLEX,
    STRING,
    RAW_STRING,
    FIELD,
    IDENTIFIER,
    VARIABLE,
    DOT,
    NIL,
    BLOCK,
    BREAK,
    CONTINUE,
    DEFINE,
    ELSE,
    END,
    IF,
    RANGE,
    TEMPLATE,
    WITH;

    private boolean isKeyword() {
      return compareTo(DOT) >= 0;
    }
  }

  static final Map<String, Kind> KEYWORDS =
      Map.ofEntries(
          Map.entry("nil", Kind.NIL),
          Map.entry("block", Kind.BLOCK),
          Map.entry("break", Kind.BREAK),
          Map.entry("continue", Kind.CONTINUE),
          Map.entry("define", Kind.DEFINE),
          Map.entry("else", Kind.ELSE),
          Map.entry("end", Kind.END),
          Map.entry("if", Kind.IF),
          Map.entry("range", Kind.RANGE),
          Map.entry("template", Kind.TEMPLATE),
          Map.entry("with", Kind.WITH));

  private static final int SHOWN = 10;

  /** As an error message shows it. */
  String shown() {
    if (kind == Kind.EOF || kind == Kind.ERROR) {
      return text;
    }
    if (kind.isKeyword()) {
      return "<" + text + ">";
    }
    return text.length() > SHOWN ? Quoted.of(text.substring(0, SHOWN)) + "..." : Quoted.of(text);
  }
}
