package dev.signet.cli.manifest;

/** Halves of characters, which escapes can make and UTF-8 cannot hold. */
final class Surrogates {
  private Surrogates() {}

  /** The text with U+FFFD for each half that has no other half. */
  static String mend(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        return mendFrom(i, text);
      }
    }
    return text;
  }

  static boolean hasLone(String text) {
    return !mend(text).equals(text);
  }

  private static String mendFrom(int start, String text) {
    StringBuilder mended = new StringBuilder(text);
    for (int i = start; i < text.length(); i++) {
      if (isLone(text, i)) {
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended.toString();
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
