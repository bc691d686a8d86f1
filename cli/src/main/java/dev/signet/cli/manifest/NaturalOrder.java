package dev.signet.cli.manifest;

import java.util.Comparator;

/**
 * The order of keys in Go's yaml.v2: by characters, but runs of digits by their value ({@code a2}
 * before {@code a10}), and letters behind all else.
 *
 * <p>Not transitive for odd mixtures of digits and signs, so not for sorts that check it.
 */
final class NaturalOrder implements Comparator<String> {
  @Override
  public int compare(String first, String second) {
    int[] a = first.codePoints().toArray();
    int[] b = second.codePoints().toArray();
    int i = 0;
    while (i < a.length && i < b.length && a[i] == b[i]) {
      i++;
    }
    return i == a.length || i == b.length
        ? Integer.compare(a.length, b.length)
        : compareFrom(i, a, b);
  }

  private static int compareFrom(int i, int[] a, int[] b) {
    boolean letterA = Character.isLetter(a[i]);
    boolean letterB = Character.isLetter(b[i]);
    if (letterA != letterB) {
      return letterA ? 1 : -1;
    }
    if (letterA) {
      return Integer.compare(a[i], b[i]);
    }
    // Zeros that end a number make it longer; those that begin one do not count.
    int start = (a[i] == '0' || b[i] == '0') && continuesNumber(a, i) ? 1 : 0;
    int endA = digitsEnd(a, i);
    int endB = digitsEnd(b, i);
    int byValue = Long.compare(value(start, a, i, endA), value(start, b, i, endB));
    if (byValue != 0) {
      return byValue;
    }
    return endA != endB ? Integer.compare(endA, endB) : Integer.compare(a[i], b[i]);
  }

  private static boolean continuesNumber(int[] text, int end) {
    for (int i = end - 1; i >= 0 && Character.isDigit(text[i]); i--) {
      if (text[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digitsEnd(int[] text, int start) {
    int i = start;
    while (i < text.length && Character.isDigit(text[i])) {
      i++;
    }
    return i;
  }

  private static long value(long start, int[] text, int from, int to) {
    long value = start;
    for (int i = from; i < to; i++) {
      value = value * 10 + text[i] - '0';
    }
    return value;
  }
}
