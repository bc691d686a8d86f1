package dev.signet.template.json;

import dev.signet.template.value.Utf8;

/** Reads the rest of a string whose opening quote was read. */
final class JsonStrings {
  private static final int ESCAPE_DIGITS = 4;

  private final String text;
  private final StringBuilder octets = new StringBuilder();
  private int position;

  JsonStrings(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /** Where it stands: after the closing quote, once the string is read. */
  int position() {
    return position;
  }

  /** Bytes that are no UTF-8 and halves of surrogate pairs come out as U+FFFD. */
  String read() throws JsonException {
    while (position < text.length()) {
      char octet = text.charAt(position);
      if (octet == '"') {
        position++;
        return octets.toString();
      }
      if (octet < ' ') {
        break;
      }
      if (octet == '\\') {
        escape();
      } else {
        Utf8.Rune rune = Utf8.at(text, position);
        octets.append(Utf8.encode(rune.code()));
        position += rune.width();
      }
    }
    throw JsonReader.invalid();
  }

  private void escape() throws JsonException {
    char letter = position + 1 < text.length() ? text.charAt(position + 1) : 0;
    if (letter == 'u') {
      character();
      return;
    }
    int meaning = "\"\\/\b\f\n\r\t".charAt(Math.max("\"\\/bfnrt".indexOf(letter), 0));
    if ("\"\\/bfnrt".indexOf(letter) < 0) {
      throw JsonReader.invalid();
    }
    octets.append((char) meaning);
    position += 2;
  }

  private void character() throws JsonException {
    int code = unit();
    if (Character.isHighSurrogate((char) code) && text.startsWith("\\u", position)) {
      int back = position;
      int second = unit();
      if (Character.isLowSurrogate((char) second)) {
        code = Character.toCodePoint((char) code, (char) second);
      } else {
        position = back;
      }
    }
    octets.append(Utf8.encode(code));
  }

  private int unit() throws JsonException {
    int start = position + 2;
    int code = 0;
    for (int index = start; index < start + ESCAPE_DIGITS; index++) {
      boolean isThere = index < text.length() && text.charAt(index) < 0x80;
      int digit = isThere ? Character.digit(text.charAt(index), 16) : -1;
      if (digit < 0) {
        throw JsonReader.invalid();
      }
      code = code << 4 | digit;
    }
    position = start + ESCAPE_DIGITS;
    return code;
  }
}
