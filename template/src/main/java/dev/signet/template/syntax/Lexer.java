package dev.signet.template.syntax;

import dev.signet.template.syntax.Token.Kind;
import dev.signet.template.value.Utf8;

/** Cuts template text into tokens. After an error there is only the end. */
final class Lexer {
  private static final String LEFT = "{{";
  private static final int DELIMITER = 2;
  private static final int MARKER = 2;
  private static final String OPEN_COMMENT = "/*";
  private static final String CLOSE_COMMENT = "*/";

  private final Cursor cursor;
  private boolean isInAction;
  private int parentheses;
  private boolean isBroken;

  Lexer(String text) {
    this.cursor = new Cursor(text);
  }

  Token next() {
    if (isBroken) {
      return new Token(Kind.EOF, 0, "EOF", 1);
    }
    Token token = isInAction ? insideAction() : outside();
    isBroken = token.kind() == Kind.ERROR;
    return token;
  }

  private Token outside() {
    while (true) {
      int delimiter = cursor.find(LEFT);
      if (delimiter < 0) {
        cursor.moveTo(cursor.end());
        return cursor.passed().isEmpty()
            ? new Token(Kind.EOF, cursor.position(), "EOF", cursor.token(Kind.EOF).line())
            : cursor.token(Kind.TEXT);
      }
      cursor.moveTo(cursor.trimmedEnd(delimiter));
      Token text = cursor.token(Kind.TEXT);
      cursor.moveTo(delimiter);
      cursor.ignore();
      if (!text.text().isEmpty()) {
        return text;
      }
      Token token = leftDelimiter();
      if (token.kind() != Kind.SPACE) {
        return token;
      }
    }
  }

  /** The delimiter, an error, or a space in place of a whole comment. */
  private Token leftDelimiter() {
    cursor.skip(DELIMITER);
    Token delimiter = cursor.token(Kind.LEFT_DELIMITER);
    if (cursor.atLeftMarker()) {
      cursor.skip(MARKER);
    }
    cursor.ignore();
    if (cursor.startsWith(OPEN_COMMENT)) {
      return comment();
    }
    isInAction = true;
    parentheses = 0;
    return delimiter;
  }

  private Token comment() {
    cursor.skip(OPEN_COMMENT.length());
    int end = cursor.find(CLOSE_COMMENT);
    if (end < 0) {
      return cursor.error("unclosed comment");
    }
    Token error = cursor.error("comment ends before closing delimiter");
    cursor.moveTo(end + CLOSE_COMMENT.length());
    if (!cursor.atRightDelimiter()) {
      return error;
    }
    rightDelimiter();
    return cursor.token(Kind.SPACE);
  }

  private Token rightDelimiter() {
    boolean isTrimming = cursor.atTrimmingRightDelimiter();
    if (isTrimming) {
      cursor.skip(MARKER);
      cursor.ignore();
    }
    cursor.skip(DELIMITER);
    Token token = cursor.token(Kind.RIGHT_DELIMITER);
    if (isTrimming) {
      cursor.skipSpaces();
      cursor.ignore();
    }
    isInAction = false;
    return token;
  }

  private Token insideAction() {
    if (cursor.atRightDelimiter()) {
      return parentheses == 0 ? rightDelimiter() : cursor.error("unclosed left paren");
    }
    int first = cursor.peek();
    if (Cursor.isSpace(first)) {
      return space();
    }
    boolean isNumber = first == '.' && isDigit(cursor.octet(1), cursor.octet(0));
    if (isNumber || first == '+' || first == '-' || (first >= '0' && first <= '9')) {
      return number();
    }
    if (Cursor.isWordCharacter(first)) {
      return word();
    }
    cursor.next();
    return switch (first) {
      case Cursor.END -> cursor.error("unclosed action");
      case '=' -> cursor.token(Kind.ASSIGN);
      case ':' -> declaration();
      case '|' -> cursor.token(Kind.PIPE);
      case '"' -> quoted('"', Kind.STRING, "unterminated quoted string");
      case '\'' -> quoted('\'', Kind.CHARACTER_CONSTANT, "unterminated character constant");
      case '`' -> rawString();
      case '$' -> name(Kind.VARIABLE, Kind.VARIABLE);
      case '.' -> name(Kind.FIELD, Kind.DOT);
      case '(' -> {
        parentheses++;
        yield cursor.token(Kind.LEFT_PARENTHESIS);
      }
      case ')' -> {
        parentheses--;
        yield parentheses < 0
            ? cursor.error("unexpected right paren")
            : cursor.token(Kind.RIGHT_PARENTHESIS);
      }
      default ->
          first > ' ' && first < 0x7f
              ? cursor.token(Kind.CHARACTER)
              : cursor.error("unrecognized character in action: " + shown(first));
    };
  }

  /** A dot at the very end of the text counts as the start of a number. */
  private static boolean isDigit(int octet, int before) {
    return octet == Cursor.END ? before == '.' : octet >= '0' && octet <= '9';
  }

  private Token declaration() {
    return cursor.next() == '=' ? cursor.token(Kind.DECLARE) : cursor.error("expected :=");
  }

  private Token space() {
    boolean isFirst = true;
    while (Cursor.isSpace(cursor.peek())) {
      if (cursor.atTrimmingRightDelimiter()) {
        return isFirst ? rightDelimiter() : cursor.token(Kind.SPACE);
      }
      cursor.next();
      isFirst = false;
    }
    return cursor.token(Kind.SPACE);
  }

  private Token word() {
    while (Cursor.isWordCharacter(cursor.peek())) {
      cursor.next();
    }
    if (!cursor.atTerminator()) {
      return cursor.error("bad character " + shown(cursor.peek()));
    }
    String word = cursor.passed();
    Kind constant = word.equals("true") || word.equals("false") ? Kind.BOOL : Kind.IDENTIFIER;
    return cursor.token(Token.KEYWORDS.getOrDefault(word, constant));
  }

  private Token name(Kind kind, Kind alone) {
    if (cursor.atTerminator()) {
      return cursor.token(alone);
    }
    while (Cursor.isWordCharacter(cursor.peek())) {
      cursor.next();
    }
    return cursor.atTerminator()
        ? cursor.token(kind)
        : cursor.error("bad character " + shown(cursor.peek()));
  }

  private Token quoted(int quote, Kind kind, String unterminated) {
    Token error = cursor.error(unterminated);
    while (true) {
      int character = cursor.next();
      if (character == quote) {
        return cursor.token(kind);
      }
      if (character == '\\') {
        character = cursor.next();
      }
      if (character == Cursor.END || character == '\n') {
        return error;
      }
    }
  }

  private Token rawString() {
    Token error = cursor.error("unterminated raw quoted string");
    while (true) {
      int character = cursor.next();
      if (character == '`') {
        return cursor.token(Kind.RAW_STRING);
      }
      if (character == Cursor.END) {
        return error;
      }
    }
  }

  private Token number() {
    boolean isGood = passNumber();
    Kind kind = Kind.NUMBER;
    if (isGood && (cursor.peek() == '+' || cursor.peek() == '-')) {
      kind = Kind.COMPLEX;
      isGood = passNumber() && cursor.passed().endsWith("i");
    }
    return isGood
        ? cursor.token(kind)
        : cursor.error("bad number syntax: " + Quoted.of(cursor.passed()));
  }

  private boolean passNumber() {
    cursor.accept("+-");
    String digits = "0123456789_";
    String exponent = "eE";
    if (cursor.accept("0")) {
      if (cursor.accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
        exponent = "pP";
      } else if (cursor.accept("oO")) {
        digits = "01234567_";
        exponent = "";
      } else if (cursor.accept("bB")) {
        digits = "01_";
        exponent = "";
      }
    }
    cursor.acceptAll(digits);
    if (cursor.accept(".")) {
      cursor.acceptAll(digits);
    }
    if (cursor.accept(exponent)) {
      cursor.accept("+-");
      cursor.acceptAll("0123456789_");
    }
    cursor.accept("i");
    boolean isEnded = !Cursor.isWordCharacter(cursor.peek());
    if (!isEnded) {
      cursor.next();
    }
    return isEnded;
  }

  private static String shown(int character) {
    return "U+%04X '%s'".formatted(character, Utf8.encode(character));
  }
}
