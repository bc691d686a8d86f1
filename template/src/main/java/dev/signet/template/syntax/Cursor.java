package dev.signet.template.syntax;

import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;

/** Moves over template text by characters, and counts lines as it goes. */
final class Cursor {
  static final int END = -1;
  static final String SPACES = " \t\r\n";
  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final int MARKER = 2;

  private final String text;
  private int start;
  private int startLine = 1;
  private int position;
  private int line = 1;

  Cursor(String text) {
    this.text = text;
  }

  static boolean isSpace(int character) {
    return character != END && SPACES.indexOf(character) >= 0;
  }

  static boolean isWordCharacter(int character) {
    return character == '_' || Characters.isLetter(character) || Characters.isDigit(character);
  }

  int peek() {
    return position < text.length() ? Utf8.at(text, position).code() : END;
  }

  int next() {
    int character = peek();
    if (character != END) {
      position += Utf8.at(text, position).width();
      line += character == '\n' ? 1 : 0;
    }
    return character;
  }

  boolean accept(String wanted) {
    boolean isThere = peek() != END && wanted.indexOf(peek()) >= 0;
    if (isThere) {
      next();
    }
    return isThere;
  }

  void acceptAll(String wanted) {
    boolean isAny = accept(wanted);
    while (isAny) {
      isAny = accept(wanted);
    }
  }

  boolean startsWith(String wanted) {
    return text.startsWith(wanted, position);
  }

  /** The next byte, or END. */
  int octet(int ahead) {
    return position + ahead < text.length() ? text.charAt(position + ahead) : END;
  }

  /** Index of the text from here on, or -1. */
  int find(String wanted) {
    return text.indexOf(wanted, position);
  }

  int position() {
    return position;
  }

  int end() {
    return text.length();
  }

  /** Moves on to a position and counts the lines between. */
  void moveTo(int target) {
    for (; position < target; position++) {
      line += text.charAt(position) == '\n' ? 1 : 0;
    }
  }

  void skip(int octets) {
    moveTo(position + octets);
  }

  void skipSpaces() {
    while (position < text.length() && isSpace(text.charAt(position))) {
      skip(1);
    }
  }

  /** What was passed belongs to no token. */
  void ignore() {
    start = position;
    startLine = line;
  }

  String passed() {
    return text.substring(start, position);
  }

  Token token(Token.Kind kind) {
    var token = new Token(kind, start, passed(), startLine);
    ignore();
    return token;
  }

  Token error(String reason) {
    return new Token(Token.Kind.ERROR, start, reason, startLine);
  }

  /** Where the text before a left delimiter ends, which its marker may trim. */
  int trimmedEnd(int delimiter) {
    int after = delimiter + LEFT.length();
    int end = delimiter;
    if (isLeftMarker(after)) {
      while (end > start && isSpace(text.charAt(end - 1))) {
        end--;
      }
    }
    return end;
  }

  boolean atLeftMarker() {
    return isLeftMarker(position);
  }

  boolean atTrimmingRightDelimiter() {
    return isSpace(octet(0)) && octet(1) == '-' && text.startsWith(RIGHT, position + MARKER);
  }

  boolean atRightDelimiter() {
    return atTrimmingRightDelimiter() || startsWith(RIGHT);
  }

  boolean atTerminator() {
    int character = peek();
    return character == END
        || isSpace(character)
        || ".,|:()".indexOf(character) >= 0
        || startsWith(RIGHT);
  }

  private boolean isLeftMarker(int at) {
    return at + 1 < text.length() && text.charAt(at) == '-' && isSpace(text.charAt(at + 1));
  }
}
