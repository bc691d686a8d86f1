package dev.signet.template.function;

/** Standard base32 with padding, with the positions of mistakes that Go gives. */
final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int DIGITS_PER_GROUP = 8;
  private static final int BYTES_PER_GROUP = 5;
  private static final int BITS_PER_DIGIT = 5;

  private Base32() {}

  static String encode(String octets) {
    var text = new StringBuilder();
    for (int start = 0; start < octets.length(); start += BYTES_PER_GROUP) {
      int count = Math.min(BYTES_PER_GROUP, octets.length() - start);
      long bits = 0;
      for (int index = 0; index < BYTES_PER_GROUP; index++) {
        bits = bits << 8 | (index < count ? octets.charAt(start + index) : 0);
      }
      int digits = (count * 8 + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;
      for (int digit = 0; digit < digits; digit++) {
        text.append(DIGITS.charAt((int) (bits >> (35 - BITS_PER_DIGIT * digit)) & 31));
      }
      text.repeat('=', DIGITS_PER_GROUP - digits);
    }
    return text.toString();
  }

  /**
   * Positions are counted without line breaks, which may be anywhere. What follows the padding is
   * not looked at.
   */
  static String decode(String encoded) throws BadInputException {
    String text = encoded.replace("\n", "").replace("\r", "");
    var octets = new StringBuilder();
    for (int start = 0; start < text.length(); start += DIGITS_PER_GROUP) {
      int count = digits(text, start);
      long bits = 0;
      for (int index = 0; index < DIGITS_PER_GROUP; index++) {
        bits =
            bits << BITS_PER_DIGIT
                | (index < count ? DIGITS.indexOf(text.charAt(start + index)) : 0);
      }
      for (int octet = 0; octet < count * BITS_PER_DIGIT / 8; octet++) {
        octets.append((char) (bits >> (32 - 8 * octet) & 0xff));
      }
      if (count < DIGITS_PER_GROUP) {
        break;
      }
    }
    return octets.toString();
  }

  /** How many digits a group has before its padding, which only the last one may have. */
  private static int digits(String text, int start) throws BadInputException {
    for (int count = 0; count < DIGITS_PER_GROUP; count++) {
      int at = start + count;
      if (at == text.length()) {
        throw new BadInputException(at - count);
      }
      boolean isLast = text.length() - at - 1 < DIGITS_PER_GROUP;
      if (text.charAt(at) == '=' && count >= 2 && isLast) {
        checkPadding(text, at, count);
        return count;
      }
      if (DIGITS.indexOf(text.charAt(at)) < 0) {
        throw new BadInputException(at);
      }
    }
    return DIGITS_PER_GROUP;
  }

  private static void checkPadding(String text, int at, int count) throws BadInputException {
    int missing = DIGITS_PER_GROUP - 1 - count;
    if (text.length() - at - 1 < missing) {
      throw new BadInputException(text.length());
    }
    for (int index = 0; index < missing; index++) {
      if (text.charAt(at + 1 + index) != '=') {
        throw new BadInputException(at + index);
      }
    }
    if (count == 3 || count == 6) {
      throw new BadInputException(at);
    }
  }
}
