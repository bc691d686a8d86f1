package dev.signet.template.format;

import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;

/** Go's quoted strings and characters, as strconv.Quote writes them. */
public final class Quote {
  private static final int ASCII_END = 0x7f;
  private static final int FOUR_DIGITS_END = 0x10000;

  private Quote() {}

  public static String string(String octets) {
    return string(octets, false);
  }

  static String string(String octets, boolean isAscii) {
    var quoted = new StringBuilder("\"");
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      if (rune.isBad()) {
        quoted.append(hexadecimal("\\x", octets.charAt(index), 2));
      } else {
        append(quoted, rune.code(), isAscii);
      }
      index += rune.width();
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int code, boolean isAscii) {
    boolean isPlain = code >= ' ' && code < ASCII_END && code != '"' && code != '\\';
    if (isPlain) {
      quoted.append((char) code);
    } else {
      quoted.append(escaped(code, '"', isAscii));
    }
  }

  static String character(long code, boolean isAscii) {
    boolean isCharacter = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return "'" + escaped(isCharacter ? (int) code : Utf8.BAD, '\'', isAscii) + "'";
  }

  /** Whether the text can stand between back quotes. */
  static boolean canBackquote(String octets) {
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      boolean isControl = (rune.code() < ' ' && rune.code() != '\t') || rune.code() == ASCII_END;
      if (rune.isBad() || rune.code() == 0xfeff || isControl || rune.code() == '`') {
        return false;
      }
      index += rune.width();
    }
    return true;
  }

  private static String escaped(int code, char quote, boolean isAscii) {
    if (code == quote || code == '\\') {
      return "\\" + (char) code;
    }
    if (isAscii ? code < ASCII_END && Characters.isPrintable(code) : Characters.isPrintable(code)) {
      return Utf8.encode(code);
    }
    return switch (code) {
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0x0b -> "\\v";
      default ->
          code < ' ' || code == ASCII_END
              ? hexadecimal("\\x", code, 2)
              : code < FOUR_DIGITS_END ? hexadecimal("\\u", code, 4) : hexadecimal("\\U", code, 8);
    };
  }

  private static String hexadecimal(String prefix, int code, int digits) {
    String hex = Integer.toHexString(code);
    return prefix + "0".repeat(digits - hex.length()) + hex;
  }
}
