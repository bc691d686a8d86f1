package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Leaf;

/** A scalar as it may stand on one line of an existing text. */
final class OneLine {
  private OneLine() {}

  /** In block style. */
  static String block(String text) {
    return YamlText.oneLine(text, ScalarStyle.of(text));
  }

  /** Between brackets, where more characters are syntax. */
  static String flow(String text) {
    ScalarStyle style = ScalarStyle.of(text);
    boolean tame = text.chars().allMatch(c -> isTame((char) c)) && !text.startsWith("-");
    return YamlText.oneLine(
        text, style == ScalarStyle.PLAIN && !tame ? ScalarStyle.SINGLE_QUOTED : style);
  }

  private static boolean isTame(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || "+/=._-".indexOf(c) >= 0;
  }

  /** With the quotes of what it stands in for, where they can hold it. */
  static String like(Syntax old, String text, Syntax.Layout layout) {
    String own = layout == Syntax.Layout.FLOW ? flow(text) : block(text);
    if (!(old instanceof Leaf leaf)) {
      return own;
    }
    return switch (leaf.quotes()) {
      case DOUBLE -> YamlText.oneLine(text, ScalarStyle.DOUBLE_QUOTED);
      case SINGLE ->
          own.startsWith("\"") && !Yaml11.needsQuotes(text)
              ? own
              : YamlText.oneLine(text, ScalarStyle.SINGLE_QUOTED);
      case PLAIN, BLOCK -> own;
    };
  }
}
