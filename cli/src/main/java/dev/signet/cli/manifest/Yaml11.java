package dev.signet.cli.manifest;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an unquoted scalar means to kubeseal: YAML 1.1 with the dialect of Go's yaml.v2 (octal as
 * {@code 0o17} too, numbers in base 60 and dates as text).
 *
 * @see <a href="https://yaml.org/type/">The types of YAML 1.1</a>
 */
final class Yaml11 {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Map<String, Double> SPECIAL =
      Map.ofEntries(
          Map.entry(".nan", Double.NaN),
          Map.entry(".NaN", Double.NaN),
          Map.entry(".NAN", Double.NaN),
          Map.entry(".inf", Double.POSITIVE_INFINITY),
          Map.entry(".Inf", Double.POSITIVE_INFINITY),
          Map.entry(".INF", Double.POSITIVE_INFINITY),
          Map.entry("+.inf", Double.POSITIVE_INFINITY),
          Map.entry("+.Inf", Double.POSITIVE_INFINITY),
          Map.entry("+.INF", Double.POSITIVE_INFINITY),
          Map.entry("-.inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.Inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.INF", Double.NEGATIVE_INFINITY));
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64);

  private Yaml11() {}

  /** What an unquoted scalar is. */
  sealed interface Meaning {
    Node.Type type();

    /** What stands where a string is wanted. */
    String string(String text);

    record Text() implements Meaning {
      @Override
      public Node.Type type() {
        return Node.Type.STRING;
      }

      @Override
      public String string(String text) {
        return text;
      }
    }

    record Null() implements Meaning {
      @Override
      public Node.Type type() {
        return Node.Type.NULL;
      }

      @Override
      public String string(String text) {
        return "";
      }
    }

    record Bool(boolean value) implements Meaning {
      @Override
      public Node.Type type() {
        return Node.Type.BOOLEAN;
      }

      @Override
      public String string(String text) {
        return value ? "true" : "false";
      }
    }

    /** Of 64 bits, signed or unsigned. */
    record Whole(BigInteger value) implements Meaning {
      @Override
      public Node.Type type() {
        return Node.Type.INTEGER;
      }

      @Override
      public String string(String text) {
        return value.toString();
      }
    }

    record Real(double value) implements Meaning {
      @Override
      public Node.Type type() {
        return Node.Type.FLOAT;
      }

      @Override
      public String string(String text) {
        return GoNumber.general32(value);
      }
    }
  }

  static Meaning meaning(String text) {
    if (text.isEmpty()) {
      return new Meaning.Null();
    }
    return switch (text.charAt(0)) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text);
      case '.' -> special(text).or(() -> real(text, true)).orElseGet(Meaning.Text::new);
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          special(text).or(() -> number(text)).orElseGet(Meaning.Text::new);
      default -> new Meaning.Text();
    };
  }

  /** Whether a reader of YAML 1.1 would take it for something else than text. */
  static boolean needsQuotes(String text) {
    return meaning(text).type() != Node.Type.STRING || Timestamp.matches(text) || isBase60(text);
  }

  private static Meaning word(String text) {
    if (TRUE.contains(text)) {
      return new Meaning.Bool(true);
    }
    if (FALSE.contains(text)) {
      return new Meaning.Bool(false);
    }
    return NULL.contains(text) ? new Meaning.Null() : new Meaning.Text();
  }

  private static Optional<Meaning> special(String text) {
    return Optional.ofNullable(SPECIAL.get(text)).map(Meaning.Real::new);
  }

  private static Optional<Meaning> number(String text) {
    String digits = text.replace("_", "");
    return whole(digits).or(() -> real(digits, false)).or(() -> oddBinary(digits));
  }

  private static Optional<Meaning> whole(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      radix =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
          };
      digits = digits.substring(radix == 0 ? 1 : 2);
      radix = radix == 0 ? 8 : radix;
    }
    return integer(text.startsWith("-"), digits, radix)
        .filter(value -> !signed || value.bitLength() < Long.SIZE)
        .map(Meaning.Whole::new);
  }

  /** Go reads the sign behind {@code 0b} too. */
  private static Optional<Meaning> oddBinary(String text) {
    if (!text.startsWith("0b") || text.length() < 3) {
      return Optional.empty();
    }
    boolean signed = text.charAt(2) == '+' || text.charAt(2) == '-';
    return integer(text.charAt(2) == '-', text.substring(signed ? 3 : 2), 2)
        .filter(value -> value.bitLength() < Long.SIZE)
        .map(Meaning.Whole::new);
  }

  private static Optional<BigInteger> integer(boolean negative, String text, int radix) {
    int start = 0;
    while (start + 1 < text.length() && text.charAt(start) == '0') {
      start++;
    }
    if (text.isEmpty() || text.length() - start > Long.SIZE) {
      return Optional.empty();
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'z' || Character.digit(c, radix) < 0) {
        return Optional.empty();
      }
    }
    BigInteger size = new BigInteger(text.substring(start), radix);
    return Optional.of(negative ? size.negate() : size)
        .filter(it -> it.compareTo(MIN) >= 0 && it.compareTo(MAX_UNSIGNED) < 0);
  }

  private static Optional<Meaning> real(String text, boolean underscores) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int wholeEnd = digits(text, i, false);
    int end = wholeEnd;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1, underscores);
    }
    boolean any = wholeEnd > i || end > wholeEnd + 1;
    if (any && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = end + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      end = digits(text, exponent, underscores);
      any = end > exponent;
    }
    if (!any || end != text.length()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text.replace("_", ""));
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(new Meaning.Real(value));
  }

  /** The end of a run of digits, each underscore between two of them. */
  private static int digits(String text, int start, boolean underscores) {
    int i = start;
    while (i < text.length()
        && (isDigit(text, i)
            || (underscores
                && text.charAt(i) == '_'
                && i > start
                && isDigit(text, i - 1)
                && isDigit(text, i + 1)))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** As {@code 12:30:45.5}: text to Go, a number to older readers. */
  private static boolean isBase60(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (!isDigit(text, i)) {
      return false;
    }
    while (i < text.length() && (isDigit(text, i) || text.charAt(i) == '_')) {
      i++;
    }
    int parts = 0;
    while (i < text.length() && text.charAt(i) == ':' && isDigit(text, i + 1)) {
      i += isDigit(text, i + 2) ? 3 : 2;
      if (text.charAt(i - 2) != ':' && text.charAt(i - 2) > '5') {
        return false;
      }
      parts++;
    }
    if (parts > 0 && i < text.length() && text.charAt(i) == '.') {
      i++;
      while (i < text.length() && (isDigit(text, i) || text.charAt(i) == '_')) {
        i++;
      }
    }
    return parts > 0 && i == text.length();
  }
}
