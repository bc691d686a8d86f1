package dev.signet.template.value;

/**
 * What Go knows of characters: Unicode 15.0, one character at a time, without any locale.
 *
 * <p>Java's tables are newer. What was assigned since counts as unassigned here, so that letter
 * case and quoting come out as in Go.
 */
public final class Characters {
  /** First and last of each range that was assigned after Unicode 15.0. */
  private static final int[] NEWER = {
    0x897, 0x897, 0x1b4e, 0x1b4f, 0x1b7f, 0x1b7f, 0x1c89, 0x1c8a, 0x2427, 0x2429, 0x2ffc, 0x2fff,
    0x31e4, 0x31e5, 0x31ef, 0x31ef, 0xa7cb, 0xa7cd, 0xa7da, 0xa7dc, 0x105c0, 0x105f3, 0x10d40,
    0x10d65, 0x10d69, 0x10d85, 0x10d8e, 0x10d8f, 0x10ec2, 0x10ec4, 0x10efc, 0x10efc, 0x11380,
    0x11389, 0x1138b, 0x1138b, 0x1138e, 0x1138e, 0x11390, 0x113b5, 0x113b7, 0x113c0, 0x113c2,
    0x113c2, 0x113c5, 0x113c5, 0x113c7, 0x113ca, 0x113cc, 0x113d5, 0x113d7, 0x113d8, 0x113e1,
    0x113e2, 0x116d0, 0x116e3, 0x11bc0, 0x11be1, 0x11bf0, 0x11bf9, 0x11f5a, 0x11f5a, 0x13460,
    0x143fa, 0x16100, 0x16139, 0x16d40, 0x16d79, 0x18cff, 0x18cff, 0x1cc00, 0x1ccf9, 0x1cd00,
    0x1ceb3, 0x1e5d0, 0x1e5fa, 0x1e5ff, 0x1e5ff, 0x1f8b2, 0x1f8bb, 0x1f8c0, 0x1f8c1, 0x1fa89,
    0x1fa89, 0x1fa8f, 0x1fa8f, 0x1fabe, 0x1fabe, 0x1fac6, 0x1fac6, 0x1fadc, 0x1fadc, 0x1fadf,
    0x1fadf, 0x1fae9, 0x1fae9, 0x1fbcb, 0x1fbef, 0x2ebf0, 0x2ee5d
  };

  private static final int FIRST_NEWER = NEWER[0];

  private Characters() {}

  /** Whether it shows: letters, marks, numbers, signs, and of the spaces only the ASCII one. */
  public static boolean isPrintable(int code) {
    if (code >= ' ' && code < 0x7f) {
      return true;
    }
    return switch (type(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  public static boolean isLetter(int code) {
    return Character.isLetter(code) && isKnown(code);
  }

  /** A decimal digit of any script. */
  public static boolean isDigit(int code) {
    return type(code) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /** A digit, or a letter or sign that stands for a number. */
  public static boolean isNumber(int code) {
    return switch (type(code)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  public static boolean isPunctuation(int code) {
    return switch (type(code)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  public static boolean isUpper(int code) {
    return type(code) == Character.UPPERCASE_LETTER;
  }

  public static boolean isLower(int code) {
    return type(code) == Character.LOWERCASE_LETTER;
  }

  public static boolean isTitle(int code) {
    return type(code) == Character.TITLECASE_LETTER;
  }

  public static boolean isSpace(int code) {
    return switch (code) {
      case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xa0 -> true;
      case 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
      default -> code >= 0x2000 && code <= 0x200a;
    };
  }

  public static int toUpper(int code) {
    return mapped(code, Character.toUpperCase(code));
  }

  public static int toLower(int code) {
    return mapped(code, Character.toLowerCase(code));
  }

  public static int toTitle(int code) {
    return mapped(code, Character.toTitleCase(code));
  }

  private static int mapped(int code, int target) {
    return isKnown(code) && isKnown(target) ? target : code;
  }

  private static int type(int code) {
    return isKnown(code) ? Character.getType(code) : Character.UNASSIGNED;
  }

  private static boolean isKnown(int code) {
    if (code < FIRST_NEWER) {
      return true;
    }
    int low = 0;
    int high = NEWER.length / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (code > NEWER[2 * middle + 1]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == NEWER.length / 2 || code < NEWER[2 * low];
  }
}
