package dev.signet.template.format;

import dev.signet.template.format.Flags.Flag;
import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;
import java.util.Locale;

/** Writes single numbers and strings by verb, padded: the lower half of Go's fmt. */
final class Scalars {
  private static final int DEFAULT_DIGITS = 6;
  private static final int UNICODE_DIGITS = 4;

  private final Octets out;

  Scalars(Octets out) {
    this.out = out;
  }

  void padded(Flags flags, String octets) {
    int missing = flags.width() - (flags.hasWidth() ? Utf8.count(octets) : 0);
    char padding = flags.padsWithZeros() ? '0' : ' ';
    if (!flags.has(Flag.MINUS)) {
      out.repeat(padding, missing);
    }
    out.add(octets);
    if (flags.has(Flag.MINUS)) {
      out.repeat(padding, missing);
    }
  }

  private void spacePadded(Flags flags, String octets) {
    boolean wasZero = flags.take(Flag.ZERO);
    padded(flags, octets);
    flags.restore(Flag.ZERO, wasZero);
  }

  void string(Flags flags, String octets) {
    padded(flags, truncated(flags, octets));
  }

  void quoted(Flags flags, String octets) {
    String text = truncated(flags, octets);
    out.budget().text(text.length());
    padded(
        flags,
        flags.has(Flag.SHARP) && Quote.canBackquote(text)
            ? "`" + text + "`"
            : Quote.string(text, flags.has(Flag.PLUS)));
  }

  void character(Flags flags, long code) {
    padded(flags, Utf8.encode(code));
  }

  void quotedCharacter(Flags flags, long code) {
    padded(flags, Quote.character(code, flags.has(Flag.PLUS)));
  }

  void unicode(Flags flags, long code) {
    String hex = Long.toHexString(code).toUpperCase(Locale.ROOT);
    int digits = Math.max(flags.hasPrecision() ? flags.precision() : 0, UNICODE_DIGITS);
    out.budget().text(digits);
    var text = new StringBuilder("U+").repeat('0', Math.max(digits - hex.length(), 0)).append(hex);
    if (flags.has(Flag.SHARP)
        && code >= 0
        && code <= 0x10ffff
        && Characters.isPrintable((int) code)) {
      text.append(" '").append(Utf8.encode(code)).append("'");
    }
    spacePadded(flags, text.toString());
  }

  /** The bytes in hexadecimal. */
  void hexadecimal(Flags flags, String octets, boolean isUpper) {
    int length =
        flags.hasPrecision() ? Math.min(flags.precision(), octets.length()) : octets.length();
    boolean isSpaced = flags.has(Flag.SPACE);
    String prefix = flags.has(Flag.SHARP) ? isUpper ? "0X" : "0x" : "";
    int width = 2 * length;
    if (length > 0) {
      width += isSpaced ? prefix.length() * length + length - 1 : prefix.length();
    }
    int missing = flags.width() - width;
    char padding = flags.padsWithZeros() ? '0' : ' ';
    if (!flags.has(Flag.MINUS) || length == 0) {
      out.repeat(padding, missing);
    }
    String digits = isUpper ? "0123456789ABCDEF" : "0123456789abcdef";
    for (int index = 0; index < length; index++) {
      if (isSpaced && index > 0) {
        out.add(' ');
      }
      out.add(index == 0 || isSpaced ? prefix : "");
      out.add(digits.charAt(octets.charAt(index) >> 4));
      out.add(digits.charAt(octets.charAt(index) & 15));
    }
    if (flags.has(Flag.MINUS) && length > 0) {
      out.repeat(padding, missing);
    }
  }

  /** An integer by one of the verbs b, d, o, O, x, X. */
  void integer(Flags flags, char verb, long bits, boolean isUnsigned) {
    boolean isNegative = !isUnsigned && bits < 0;
    int base = verb == 'b' ? 2 : verb == 'o' || verb == 'O' ? 8 : verb == 'd' ? 10 : 16;
    String sign = isNegative ? "-" : flags.has(Flag.PLUS) ? "+" : flags.has(Flag.SPACE) ? " " : "";
    int least = 0;
    if (flags.hasPrecision()) {
      least = flags.precision();
      if (least == 0 && bits == 0) {
        out.repeat(' ', flags.width());
        return;
      }
    } else if (flags.padsWithZeros() && flags.hasWidth()) {
      least = flags.width() - sign.length();
    }
    out.budget().text(Math.max(least, 0));
    String digits = Long.toUnsignedString(isNegative ? -bits : bits, base);
    digits = "0".repeat(Math.max(least - digits.length(), 0)) + digits;
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    spacePadded(flags, sign + prefix(flags, verb, digits) + digits);
  }

  private static String prefix(Flags flags, char verb, String digits) {
    if (verb == 'O') {
      return "0o" + (flags.has(Flag.SHARP) && !digits.startsWith("0") ? "0" : "");
    }
    if (!flags.has(Flag.SHARP)) {
      return "";
    }
    return switch (verb) {
      case 'b' -> "0b";
      case 'o' -> digits.startsWith("0") ? "" : "0";
      case 'x' -> "0x";
      case 'X' -> "0X";
      default -> "";
    };
  }

  void real(Flags flags, char verb, double number, int usual) {
    int precision = flags.hasPrecision() ? flags.precision() : usual;
    out.budget().text(Math.max(precision, 0));
    String plain = Floats.format(number, verb, precision);
    boolean isSigned = plain.startsWith("-") || plain.startsWith("+");
    char sign = isSigned ? plain.charAt(0) : '+';
    String digits = isSigned ? plain.substring(1) : plain;
    if (flags.has(Flag.SPACE) && sign == '+' && !flags.has(Flag.PLUS)) {
      sign = ' ';
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      boolean isBare = Double.isNaN(number) && !flags.has(Flag.SPACE) && !flags.has(Flag.PLUS);
      spacePadded(flags, isBare ? digits : sign + digits);
      return;
    }
    if (flags.has(Flag.SHARP) && verb != 'b') {
      digits = withPoint(digits, verb, precision);
    }
    if (!flags.has(Flag.PLUS) && sign == '+') {
      padded(flags, digits);
    } else if (flags.padsWithZeros() && flags.width() > digits.length() + 1) {
      out.add(sign).repeat('0', flags.width() - digits.length() - 1).add(digits);
    } else {
      padded(flags, sign + digits);
    }
  }

  /** With a decimal point in any case, and for g with the zeros that it would drop. */
  private static String withPoint(String number, char verb, int precision) {
    boolean isHex = verb == 'x' || verb == 'X';
    boolean keepsZeros = isHex || verb == 'g' || verb == 'G';
    int missing = !keepsZeros ? 0 : precision == Floats.SHORTEST ? DEFAULT_DIGITS : precision;
    int end = 0;
    boolean hasPoint = false;
    boolean isCounting = false;
    for (; end < number.length(); end++) {
      char digit = number.charAt(end);
      if (digit == 'p' || digit == 'P' || (!isHex && (digit == 'e' || digit == 'E'))) {
        break;
      }
      if (digit == '.') {
        hasPoint = true;
        continue;
      }
      isCounting |= digit != '0';
      missing -= isCounting ? 1 : 0;
    }
    String digits = number.substring(0, end);
    if (!hasPoint && digits.equals("0")) {
      missing--;
    }
    return digits
        + (hasPoint ? "" : ".")
        + "0".repeat(Math.max(missing, 0))
        + number.substring(end);
  }

  private static String truncated(Flags flags, String octets) {
    if (!flags.hasPrecision()) {
      return octets;
    }
    int end = 0;
    for (int left = flags.precision(); left > 0 && end < octets.length(); left--) {
      end += Utf8.at(octets, end).width();
    }
    return octets.substring(0, end);
  }
}
