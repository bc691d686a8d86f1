package dev.signet.template.regex;

/** A character as it is written in a pattern, perhaps with an escape. */
record ClassCharacter(int code, int length) {
  private static final int HEX = 16;
  private static final int SHORT = 2;

  /** That at this index. What is no number stands for itself, as far as anybody here asks. */
  static ClassCharacter at(String pattern, int index) {
    int code = pattern.codePointAt(index);
    if (code != '\\' || index + 1 >= pattern.length()) {
      return new ClassCharacter(code, Character.charCount(code));
    }
    int letter = pattern.codePointAt(index + 1);
    if (letter != 'x') {
      return new ClassCharacter(letter, 1 + Character.charCount(letter));
    }
    int start = index + SHORT;
    if (!pattern.startsWith("{", start)) {
      int end = Math.min(pattern.length(), start + SHORT);
      return new ClassCharacter(number(pattern.substring(start, end)), end - index);
    }
    int end = pattern.indexOf('}', start);
    return end < 0
        ? new ClassCharacter(letter, SHORT)
        : new ClassCharacter(number(pattern.substring(start + 1, end)), end + 1 - index);
  }

  /** RE2/J refuses what is none. */
  private static int number(String digits) {
    try {
      return Integer.parseInt(digits, HEX);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
