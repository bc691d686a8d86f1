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

  /** In double quotes between brackets, so that readers of JSON and of YAML both take it. */
  static String json(String text) {
    StringBuilder quoted = new StringBuilder();
    for (char c : JsonWriter.quote(text).toCharArray()) {
      if (isRefused(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }

  /** JSON takes these as they are, YAML does not. */
  private static boolean isRefused(char c) {
    return (c >= 0x7f && c < 0xa0) || c == '\uFEFF' || c > '\uFFFD';
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
      case DOUBLE ->
          layout == Syntax.Layout.FLOW
              ? json(text)
              : YamlText.oneLine(text, ScalarStyle.DOUBLE_QUOTED);
      case SINGLE ->
          own.startsWith("\"") && !Yaml11.needsQuotes(text)
              ? own
              : YamlText.oneLine(text, ScalarStyle.SINGLE_QUOTED);
      case PLAIN, BLOCK -> own;
    };
  }
}
