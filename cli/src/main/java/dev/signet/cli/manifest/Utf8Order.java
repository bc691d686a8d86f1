package dev.signet.cli.manifest;

import java.util.Comparator;

/** The order of UTF-8 bytes, which is that of code points and not of UTF-16 units. */
final class Utf8Order {
  static final Comparator<String> BYTES = Utf8Order::compare;

  private Utf8Order() {}

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
