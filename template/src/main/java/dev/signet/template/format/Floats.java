package dev.signet.template.format;

/** Floats in the formats of Go's strconv.FormatFloat. */
public final class Floats {
  /** Stands for as many digits as are needed to read the same number back. */
  static final int SHORTEST = -1;

  private static final int PLAIN_BELOW = 6;
  private static final int PLAIN_FROM = -4;
  private static final double PLAIN_JSON_FROM = 1e-6;
  private static final double PLAIN_JSON_BELOW = 1e21;
  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;
  private static final int TOP_BIT = 60;
  private static final int HEX_DIGITS = 15;

  private Floats() {}

  /** As a template prints it. */
  public static String general(double number) {
    return format(number, 'g', SHORTEST);
  }

  /** As JavaScript writes it, and JSON: plain unless it is very small or very large. */
  public static String javaScript(double number) {
    double size = Math.abs(number);
    if (size == 0 || (size >= PLAIN_JSON_FROM && size < PLAIN_JSON_BELOW)) {
      return format(number, 'f', SHORTEST);
    }
    return format(number, 'e', SHORTEST).replace("e-0", "e-");
  }

  /** A number by one of the verbs e, E, f, g, G, x, X, b, with its sign only if negative. */
  static String format(double number, char verb, int precision) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    boolean isNegative = Double.doubleToRawLongBits(number) < 0;
    if (Double.isInfinite(number)) {
      return isNegative ? "-Inf" : "+Inf";
    }
    double size = Math.abs(number);
    String text =
        switch (verb) {
          case 'e', 'E' -> exponential(size, precision);
          case 'f' -> plain(size, precision);
          case 'g', 'G' -> general(size, precision);
          case 'x', 'X' -> hexadecimal(size, precision);
          case 'b' -> binary(size);
          default -> throw new IllegalArgumentException("no float verb");
        };
    String cased = verb == 'E' || verb == 'G' || verb == 'X' ? upper(text) : text;
    return isNegative ? "-" + cased : cased;
  }

  private static String upper(String text) {
    return text.chars()
        .map(character -> character >= 'a' ? character - ('a' - 'A') : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String exponential(double size, int precision) {
    if (precision == SHORTEST) {
      Decimal decimal = Decimal.shortest(size);
      return exponential(decimal, Math.max(decimal.digits().length() - 1, 0));
    }
    return exponential(Decimal.significant(size, precision + 1), precision);
  }

  private static String exponential(Decimal decimal, int fraction) {
    var text = new StringBuilder().append(decimal.digit(0));
    if (fraction > 0) {
      text.append('.');
      int known = Math.min(fraction, Math.max(decimal.digits().length() - 1, 0));
      for (int index = 1; index <= known; index++) {
        text.append(decimal.digit(index));
      }
      text.repeat('0', fraction - known);
    }
    int exponent = decimal.exponent();
    return text.append('e').append(signed(exponent)).toString();
  }

  private static String signed(int exponent) {
    String digits = Integer.toString(Math.abs(exponent));
    return (exponent < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "") + digits;
  }

  private static String plain(double size, int precision) {
    if (precision == SHORTEST) {
      Decimal decimal = Decimal.shortest(size);
      return plain(decimal, Math.max(decimal.digits().length() - decimal.point(), 0));
    }
    return plain(Decimal.fraction(size, precision), precision);
  }

  private static String plain(Decimal decimal, int fraction) {
    var text = new StringBuilder();
    for (int index = 0; index < decimal.point(); index++) {
      text.append(decimal.digit(index));
    }
    if (decimal.point() <= 0) {
      text.append('0');
    }
    if (fraction > 0) {
      text.append('.');
      int known = Math.min(fraction, Math.max(decimal.digits().length() - decimal.point(), 0));
      for (int index = 0; index < known; index++) {
        text.append(decimal.digit(decimal.point() + index));
      }
      text.repeat('0', fraction - known);
    }
    return text.toString();
  }

  private static String general(double size, int precision) {
    boolean isShortest = precision == SHORTEST;
    Decimal decimal =
        isShortest ? Decimal.shortest(size) : Decimal.significant(size, Math.max(precision, 1));
    int digits = decimal.digits().length();
    int plainBelow = Math.max(precision, 1);
    if (plainBelow > digits && digits >= decimal.point()) {
      plainBelow = digits;
    }
    if (isShortest) {
      plainBelow = PLAIN_BELOW;
    }
    int exponent = decimal.exponent();
    return exponent < PLAIN_FROM || (exponent >= plainBelow && digits > 0)
        ? exponential(decimal, Math.max(digits - 1, 0))
        : plain(decimal, Math.max(digits - decimal.point(), 0));
  }

  private static String hexadecimal(double size, int precision) {
    long bits = Double.doubleToRawLongBits(size);
    int biased = (int) (bits >>> MANTISSA_BITS);
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    int exponent = biased == 0 ? 1 - BIAS : biased - BIAS;
    mantissa =
        (biased == 0 ? mantissa : mantissa | 1L << MANTISSA_BITS) << (TOP_BIT - MANTISSA_BITS);
    if (mantissa == 0) {
      exponent = 0;
    }
    while (mantissa != 0 && (mantissa & 1L << TOP_BIT) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (precision >= 0 && precision < HEX_DIGITS) {
      mantissa = rounded(mantissa, precision * 4);
      if ((mantissa & 1L << (TOP_BIT + 1)) != 0) {
        mantissa >>>= 1;
        exponent++;
      }
    }
    var text = new StringBuilder("0x").append(mantissa >>> TOP_BIT & 1);
    mantissa <<= 4;
    if (precision == SHORTEST ? mantissa != 0 : precision > 0) {
      text.append('.');
    }
    for (int digit = 0; precision == SHORTEST ? mantissa != 0 : digit < precision; digit++) {
      text.append(Character.forDigit((int) (mantissa >>> TOP_BIT & 15), 16));
      mantissa <<= 4;
    }
    return text.append('p').append(signed(exponent)).toString();
  }

  private static long rounded(long mantissa, int kept) {
    long rest = mantissa << kept & ((1L << TOP_BIT) - 1);
    long whole = mantissa >>> (TOP_BIT - kept);
    if ((rest | (whole & 1)) > 1L << (TOP_BIT - 1)) {
      whole++;
    }
    return whole << (TOP_BIT - kept);
  }

  private static String binary(double size) {
    long bits = Double.doubleToRawLongBits(size);
    int biased = (int) (bits >>> MANTISSA_BITS);
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    long whole = biased == 0 ? mantissa : mantissa | 1L << MANTISSA_BITS;
    int exponent = Math.max(biased, 1) - BIAS - MANTISSA_BITS;
    return whole + "p" + (exponent < 0 ? "" : "+") + exponent;
  }
}
