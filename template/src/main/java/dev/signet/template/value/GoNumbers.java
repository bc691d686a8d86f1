package dev.signet.template.value;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as Go's strconv reads them, with prefixes and underscores. */
public final class GoNumbers {
  private static final int DECIMAL = 10;
  private static final int HEXADECIMAL = 16;
  private static final int BINARY = 2;
  private static final int OCTAL = 8;

  private GoNumbers() {}

  /** A signed integer whose base stands in its prefix. */
  public static OptionalLong signed(String text) {
    boolean isSigned = text.startsWith("-") || text.startsWith("+");
    String size = isSigned ? text.substring(1) : text;
    return hasGoodUnderscores(size) ? signed(text, isSigned, prefixed(size)) : OptionalLong.empty();
  }

  /** A signed integer in a base, without a prefix or underscores. */
  public static OptionalLong signed(String text, int base) {
    boolean isSigned = text.startsWith("-") || text.startsWith("+");
    String digits = isSigned ? text.substring(1) : text;
    return signed(text, isSigned, new Digits(digits, base, digits.isEmpty()));
  }

  private static OptionalLong signed(String text, boolean isSigned, Digits digits) {
    OptionalLong size = unsigned(digits);
    boolean isNegative = isSigned && text.charAt(0) == '-';
    if (size.isEmpty()) {
      return size;
    }
    long bits = isNegative ? -size.getAsLong() : size.getAsLong();
    boolean isInRange = isNegative ? bits <= 0 && size.getAsLong() != 0 : bits >= 0;
    return isInRange || size.getAsLong() == 0 ? OptionalLong.of(bits) : OptionalLong.empty();
  }

  /** An unsigned integer whose base stands in its prefix. */
  public static OptionalLong unsigned(String text) {
    return hasGoodUnderscores(text) ? unsigned(prefixed(text)) : OptionalLong.empty();
  }

  /** An unsigned integer in a base, without a prefix or underscores. */
  public static OptionalLong unsigned(String digits, int base) {
    return unsigned(new Digits(digits, base, digits.isEmpty()));
  }

  /**
   * What of a number says its size.
   *
   * @param isBad whether digits are missing
   */
  private record Digits(String text, int base, boolean isBad) {}

  private static Digits prefixed(String text) {
    if (!text.startsWith("0")) {
      String digits = text.replace("_", "");
      return new Digits(digits, DECIMAL, digits.isEmpty());
    }
    int base = text.length() < 3 ? OCTAL : base(text.charAt(1));
    boolean isLetter = text.length() >= 3 && "bBoOxX".indexOf(text.charAt(1)) >= 0;
    return new Digits(text.substring(isLetter ? 2 : 1).replace("_", ""), base, false);
  }

  private static int base(char letter) {
    return switch (letter) {
      case 'x', 'X' -> HEXADECIMAL;
      case 'b', 'B' -> BINARY;
      default -> OCTAL;
    };
  }

  private static OptionalLong unsigned(Digits digits) {
    String text = digits.text();
    if (digits.isBad() || !text.chars().allMatch(octet -> isDigit(octet, digits.base()))) {
      return OptionalLong.empty();
    }
    long bits = 0;
    for (int index = 0; index < text.length(); index++) {
      long next = bits * digits.base() + Character.digit(text.charAt(index), digits.base());
      boolean isOver =
          Long.compareUnsigned(bits, Long.divideUnsigned(-1, digits.base())) > 0
              || Long.compareUnsigned(next, bits * digits.base()) < 0;
      if (isOver) {
        return OptionalLong.empty();
      }
      bits = next;
    }
    return OptionalLong.of(bits);
  }

  private static boolean isDigit(int octet, int base) {
    return octet < 0x80 && Character.digit(octet, base) >= 0;
  }

  /** A float, unless it is out of range. */
  public static OptionalDouble real(String text) {
    String size = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    boolean isNegative = text.startsWith("-");
    if (size.equalsIgnoreCase("inf") || size.equalsIgnoreCase("infinity")) {
      return OptionalDouble.of(isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (text.equalsIgnoreCase("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (!hasGoodUnderscores(size) || !isReal(size.replace("_", ""))) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(size.replace("_", ""));
    return Double.isInfinite(number)
        ? OptionalDouble.empty()
        : OptionalDouble.of(isNegative ? -number : number);
  }

  private static boolean isReal(String text) {
    boolean isHex = isHex(text);
    int base = isHex ? HEXADECIMAL : DECIMAL;
    int at = isHex ? 2 : 0;
    int digits = 0;
    boolean hasPoint = false;
    for (; at < text.length(); at++) {
      boolean isPoint = text.charAt(at) == '.' && !hasPoint;
      if (!isPoint && !isDigit(text.charAt(at), base)) {
        break;
      }
      hasPoint |= isPoint;
      digits += isPoint ? 0 : 1;
    }
    boolean hasExponent =
        at < text.length() && Character.toLowerCase(text.charAt(at)) == (isHex ? 'p' : 'e');
    return digits > 0
        && (hasExponent ? isExponent(text.substring(at + 1)) : !isHex && at == text.length());
  }

  private static boolean isHex(String text) {
    return text.startsWith("0x") || text.startsWith("0X");
  }

  private static boolean isExponent(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.chars().allMatch(octet -> isDigit(octet, DECIMAL));
  }

  /** Whether each underscore stands between digits; a prefix counts as a digit. */
  private static boolean hasGoodUnderscores(String text) {
    if (text.indexOf('_') < 0) {
      return true;
    }
    boolean hasPrefix =
        text.length() >= 2 && text.charAt(0) == '0' && "bBoOxX".indexOf(text.charAt(1)) >= 0;
    int base = hasPrefix && isHex(text) ? HEXADECIMAL : DECIMAL;
    boolean isAfterDigit = hasPrefix;
    boolean isAfterUnderscore = false;
    for (int at = hasPrefix ? 2 : 0; at < text.length(); at++) {
      boolean isUnderscore = text.charAt(at) == '_';
      boolean isDigit = isDigit(text.charAt(at), base);
      if (isUnderscore ? !isAfterDigit : isAfterUnderscore && !isDigit) {
        return false;
      }
      isAfterDigit = isDigit;
      isAfterUnderscore = isUnderscore;
    }
    return !isAfterUnderscore;
  }
}
