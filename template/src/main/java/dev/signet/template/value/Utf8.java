package dev.signet.template.value;

import java.nio.charset.StandardCharsets;

/** UTF-8 within octets, by Go's rules: a bad byte counts as one character, U+FFFD. */
public final class Utf8 {
  public static final int BAD = 0xfffd;

  private Utf8() {}

  /** A character and how many bytes it takes. */
  public record Rune(int code, int width) {
    /** Whether these bytes are no UTF-8. */
    public boolean isBad() {
      return code == BAD && width == 1;
    }
  }

  /** The character at an index that is within the text. */
  public static Rune at(String octets, int index) {
    int first = octets.charAt(index);
    if (first < 0x80) {
      return new Rune(first, 1);
    }
    int width = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
    if (width == 1 || index + width > octets.length()) {
      return new Rune(BAD, 1);
    }
    int code = first & (0xff >> (width + 1));
    for (int next = index + 1; next < index + width; next++) {
      int octet = octets.charAt(next);
      if ((octet & 0xc0) != 0x80) {
        return new Rune(BAD, 1);
      }
      code = code << 6 | (octet & 0x3f);
    }
    return isEncodable(code, width) ? new Rune(code, width) : new Rune(BAD, 1);
  }

  /** How many characters the text has. */
  public static int count(String octets) {
    int count = 0;
    for (int index = 0; index < octets.length(); count++) {
      index += at(octets, index).width();
    }
    return count;
  }

  /** The octets of a character; those of U+FFFD if there is no such character. */
  public static String encode(long code) {
    boolean isCharacter = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    int known = isCharacter ? (int) code : BAD;
    byte[] bytes = Character.toString(known).getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean isEncodable(int code, int width) {
    int least = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000;
    return code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  }
}
