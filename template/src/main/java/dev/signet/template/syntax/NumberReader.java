package dev.signet.template.syntax;

import dev.signet.template.syntax.Node.NumberLiteral;
import dev.signet.template.value.GoNumbers;
import dev.signet.template.value.Value.Complex;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads a numeric constant as every type that can hold it exactly. */
final class NumberReader {
  private static final double TWO_TO_63 = 0x1p63;

  private NumberReader() {}

  static NumberLiteral character(Token token) throws MalformedException {
    int code = Unquote.character(token.text());
    return new NumberLiteral(
        token.position(),
        token.text(),
        new Readings(OptionalLong.of(code), OptionalLong.of(code), OptionalDouble.of(code), null));
  }

  static NumberLiteral complex(Token token) throws MalformedException {
    String text = token.text();
    int split = signBeforeImaginary(text);
    OptionalDouble real = GoNumbers.real(text.substring(0, split));
    OptionalDouble imaginary = GoNumbers.real(text.substring(split, text.length() - 1));
    if (real.isEmpty() || imaginary.isEmpty()) {
      throw illegal(text);
    }
    return complex(token, new Complex(real.getAsDouble(), imaginary.getAsDouble()));
  }

  static NumberLiteral number(Token token) throws MalformedException {
    String text = token.text();
    if (text.endsWith("i")) {
      OptionalDouble imaginary = GoNumbers.real(text.substring(0, text.length() - 1));
      if (imaginary.isPresent()) {
        return complex(token, new Complex(0, imaginary.getAsDouble()));
      }
    }
    OptionalLong signed = GoNumbers.signed(text);
    OptionalLong unsigned = GoNumbers.unsigned(text);
    if (signed.isPresent() && signed.getAsLong() == 0) {
      unsigned = OptionalLong.of(0);
    }
    Readings readings =
        signed.isPresent() || unsigned.isPresent()
            ? new Readings(signed, unsigned, asFloat(signed, unsigned), null)
            : real(text);
    return new NumberLiteral(token.position(), text, readings);
  }

  private static OptionalDouble asFloat(OptionalLong signed, OptionalLong unsigned) {
    if (signed.isPresent()) {
      return OptionalDouble.of((double) signed.getAsLong());
    }
    // Only those beyond the signed ones come here: halve, convert, double.
    long bits = unsigned.orElseThrow();
    return OptionalDouble.of(((bits >>> 1) | (bits & 1)) * 2.0);
  }

  private static Readings real(String text) throws MalformedException {
    double number = GoNumbers.real(text).orElseThrow(() -> illegal(text));
    if (text.chars().noneMatch(octet -> ".eEpP".indexOf(octet) >= 0)) {
      throw new MalformedException("integer overflow: " + Quoted.of(text));
    }
    return new Readings(exact(number), exactUnsigned(number), OptionalDouble.of(number), null);
  }

  private static NumberLiteral complex(Token token, Complex number) {
    boolean isReal = number.imaginary() == 0;
    var readings =
        new Readings(
            isReal ? exact(number.real()) : OptionalLong.empty(),
            isReal ? exactUnsigned(number.real()) : OptionalLong.empty(),
            isReal ? OptionalDouble.of(number.real()) : OptionalDouble.empty(),
            number);
    return new NumberLiteral(token.position(), token.text(), readings);
  }

  private static OptionalLong exact(double number) {
    return number == Math.rint(number) && Math.abs(number) < TWO_TO_63
        ? OptionalLong.of((long) number)
        : OptionalLong.empty();
  }

  private static OptionalLong exactUnsigned(double number) {
    return number >= 0 ? exact(number) : OptionalLong.empty();
  }

  /** Signs of exponents come right after a letter, or after a hexadecimal digit in no exponent. */
  private static int signBeforeImaginary(String text) {
    for (int at = text.length() - 2; at > 0; at--) {
      boolean isSign = text.charAt(at) == '+' || text.charAt(at) == '-';
      if (isSign && "eEpP".indexOf(text.charAt(at - 1)) < 0) {
        return at;
      }
    }
    return 0;
  }

  private static MalformedException illegal(String text) {
    return new MalformedException("illegal number syntax: " + Quoted.of(text));
  }
}
