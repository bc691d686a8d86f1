package dev.signet.template.function;

/**
 * Standard base64 with padding, by Go's rules: line breaks anywhere, unused bits ignored, and a
 * position of its own for each mistake.
 */
final class Base64Decoder {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int DIGITS_PER_GROUP = 4;

  private final String text;
  private final StringBuilder octets = new StringBuilder();
  private int position;

  Base64Decoder(String text) {
    this.text = text;
  }

  String decode() throws BadInputException {
    skipLineBreaks();
    while (position < text.length()) {
      group();
      skipLineBreaks();
    }
    return octets.toString();
  }

  private void group() throws BadInputException {
    int bits = 0;
    int count = 0;
    while (count < DIGITS_PER_GROUP) {
      skipLineBreaks();
      if (position == text.length()) {
        throw new BadInputException(position - count);
      }
      char letter = text.charAt(position++);
      int digit = DIGITS.indexOf(letter);
      if (digit < 0) {
        padding(letter, count);
        break;
      }
      bits = bits << 6 | digit;
      count++;
    }
    bits <<= 6 * (DIGITS_PER_GROUP - count);
    for (int octet = 0; octet < count - 1; octet++) {
      octets.append((char) (bits >> (16 - 8 * octet) & 0xff));
    }
  }

  /** What follows the digits of the last group, of which the first character was read. */
  private void padding(char letter, int count) throws BadInputException {
    if (letter != '=' || count < 2) {
      throw new BadInputException(position - 1);
    }
    if (count == 2) {
      skipLineBreaks();
      if (position == text.length()) {
        throw new BadInputException(position);
      }
      if (text.charAt(position) != '=') {
        throw new BadInputException(position - 1);
      }
      position++;
    }
    skipLineBreaks();
    if (position < text.length()) {
      throw new BadInputException(position);
    }
  }

  private void skipLineBreaks() {
    while (position < text.length()
        && (text.charAt(position) == '\n' || text.charAt(position) == '\r')) {
      position++;
    }
  }
}
