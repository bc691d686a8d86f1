package dev.signet.template.syntax;

import dev.signet.template.value.Utf8;

/** The meaning of Go's string and character literals, as octets. */
final class Unquote {
  private final String literal;
  private final char quote;
  private int position = 1;

  private Unquote(String literal) {
    this.literal = literal;
    this.quote = literal.charAt(0);
  }

  static String string(String literal) throws MalformedException {
    if (literal.charAt(0) == '`') {
      return literal.substring(1, literal.length() - 1).replace("\r", "");
    }
    var unquote = new Unquote(literal);
    var text = new StringBuilder();
    while (unquote.position < literal.length() - 1) {
      int before = unquote.position;
      int code = unquote.next();
      boolean isByte = literal.charAt(before) == '\\' && isByteEscape(literal.charAt(before + 1));
      text.append(
          literal.charAt(before) != '\\'
              ? literal.substring(before, unquote.position)
              : isByte ? String.valueOf((char) code) : Utf8.encode(code));
    }
    return text.toString();
  }

  static int character(String literal) throws MalformedException {
    var unquote = new Unquote(literal);
    int code = unquote.next();
    if (unquote.position != literal.length() - 1) {
      throw new MalformedException("malformed character constant: " + literal);
    }
    return code;
  }

  private static boolean isByteEscape(char escape) {
    return escape == 'x' || (escape >= '0' && escape <= '7');
  }

  private int next() throws MalformedException {
    char first = literal.charAt(position);
    if (first == quote) {
      throw invalid();
    }
    if (first != '\\') {
      Utf8.Rune rune = Utf8.at(literal, position);
      position += rune.width();
      return rune.code();
    }
    char escape = literal.charAt(position + 1);
    position += 2;
    return switch (escape) {
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      case '\\' -> '\\';
      case '\'', '"' -> {
        if (escape != quote) {
          throw invalid();
        }
        yield escape;
      }
      case 'x' -> digits(2, 16);
      case 'u' -> character(4);
      case 'U' -> character(8);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      default -> throw invalid();
    };
  }

  private int octal() throws MalformedException {
    position--;
    int code = digits(3, 8);
    if (code > 0xff) {
      throw invalid();
    }
    return code;
  }

  private int character(int count) throws MalformedException {
    int code = digits(count, 16);
    if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      throw invalid();
    }
    return code;
  }

  private int digits(int count, int base) throws MalformedException {
    int code = 0;
    for (int end = position + count; position < end; position++) {
      int digit = position < literal.length() ? digit(literal.charAt(position), base) : -1;
      if (digit < 0) {
        throw invalid();
      }
      code = code * base + digit;
    }
    return code;
  }

  private static int digit(char octet, int base) {
    return octet < 0x80 ? Character.digit(octet, base) : -1;
  }

  private static MalformedException invalid() {
    return new MalformedException("invalid syntax");
  }
}
