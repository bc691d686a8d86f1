package dev.signet.template.regex;

import org.jspecify.annotations.Nullable;

/**
 * {@code {2}}, {@code {2,}} or {@code {2,3}}.
 *
 * @param most -1 where there is no bound
 * @param length as it is written
 */
record Repeat(int least, int most, int length) {
  private static final int LONGEST_NUMBER = 4;

  /** Null if what begins there is no repeat, and so stands for itself. */
  static @Nullable Repeat at(String pattern, int start) {
    int leastEnd = digitsEnd(pattern, start + 1);
    int least = number(pattern, start + 1, leastEnd);
    if (least < 0 || leastEnd >= pattern.length()) {
      return null;
    }
    if (pattern.charAt(leastEnd) == '}') {
      return new Repeat(least, least, leastEnd + 1 - start);
    }
    int mostEnd = digitsEnd(pattern, leastEnd + 1);
    if (pattern.charAt(leastEnd) != ',' || !pattern.startsWith("}", mostEnd)) {
      return null;
    }
    int most = mostEnd == leastEnd + 1 ? -1 : number(pattern, leastEnd + 1, mostEnd);
    return most < 0 && mostEnd > leastEnd + 1 ? null : new Repeat(least, most, mostEnd + 1 - start);
  }

  private static int digitsEnd(String pattern, int start) {
    int end = start;
    while (end < pattern.length() && pattern.charAt(end) >= '0' && pattern.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** -1 if there is none, or one with a zero before it. Large ones are too large in any case. */
  private static int number(String pattern, int start, int end) {
    if (start == end || (end - start > 1 && pattern.charAt(start) == '0')) {
      return -1;
    }
    return end - start > LONGEST_NUMBER
        ? Integer.MAX_VALUE / 2
        : Integer.parseInt(pattern.substring(start, end));
  }
}
