package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;

/** Text in UTF-8. */
final class Utf8 {
  /** The order of the bytes, which is that of code points and not of UTF-16 units. */
  static final Comparator<String> ORDER = Utf8::compare;

  private Utf8() {}

  /** As YAML is read. */
  static String strict(byte[] text) throws BrokenException {
    ByteBuffer bytes = ByteBuffer.wrap(text);
    try {
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      int line = 0;
      for (int i = 0; i < bytes.position(); i++) {
        line += text[i] == '\n' ? 1 : 0;
      }
      throw new BrokenException(line, "bytes that are no UTF-8");
    }
  }

  /** As Go reads JSON: each byte that is not part of a character is U+FFFD. */
  static String lenient(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return mend(bytes);
    }
  }

  private static String mend(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int length = lengthAt(bytes, i);
      text.append(length == 0 ? "\uFFFD" : new String(bytes, i, length, UTF_8));
      i += Math.max(length, 1);
    }
    return text.toString();
  }

  /** Bytes of the character here, or 0 if there is none. */
  private static int lengthAt(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    boolean outside = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return overlong || outside ? 0 : length;
  }

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? x - y
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
