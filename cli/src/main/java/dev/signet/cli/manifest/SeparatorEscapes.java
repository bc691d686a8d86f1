package dev.signet.cli.manifest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The escapes {@code \L} and {@code \P}, U+2028 and U+2029, which kubeseal writes and the library
 * does not know. Others of the same length stand in for them, such as the text has none of, so that
 * what comes out of the library can be told from anything else.
 */
final class SeparatorEscapes {
  private static final Pattern EITHER = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\([LP])");
  private static final List<StandIn> STAND_INS =
      List.of(new StandIn('v', '\u000b'), new StandIn('a', '\u0007'), new StandIn('e', '\u001b'));

  /**
   * An escape in use for another.
   *
   * @param letter behind the backslash
   * @param meaning what the library makes of it
   */
  private record StandIn(char letter, char meaning) {
    boolean isFree(String text) {
      String forms =
          "(?i:\\\\%c|\\\\x%2$02x|\\\\u00%2$02x|\\\\U000000%2$02x)"
              .formatted(letter, (int) meaning);
      return text.indexOf(meaning) < 0 && !Pattern.compile(forms).matcher(text).find();
    }
  }

  private final String text;
  private final List<StandIn> used;

  private SeparatorEscapes(String text, List<StandIn> used) {
    this.text = text;
    this.used = used;
  }

  static SeparatorEscapes of(String text) {
    if (!text.contains("\\L") && !text.contains("\\P")) {
      return new SeparatorEscapes(text, List.of());
    }
    List<StandIn> free = STAND_INS.stream().filter(it -> it.isFree(text)).limit(2).toList();
    if (free.size() < 2) {
      return new SeparatorEscapes(text, List.of());
    }
    String replaced =
        EITHER
            .matcher(text)
            .replaceAll(
                found -> {
                  StandIn standIn = free.get(found.group(2).equals("L") ? 0 : 1);
                  return (found.group(1) + "\\" + standIn.letter()).replace("\\", "\\\\");
                });
    return new SeparatorEscapes(replaced, free);
  }

  /** What the library is to read, as long as the text itself. */
  String text() {
    return text;
  }

  /** A scalar as it would be had the library known all escapes. */
  String mend(String scalar, boolean inDoubleQuotes) {
    if (used.isEmpty()) {
      return scalar;
    }
    return inDoubleQuotes
        ? scalar.replace(used.get(0).meaning(), '\u2028').replace(used.get(1).meaning(), '\u2029')
        // Elsewhere a backslash is a character like any other, and so is what stands behind it.
        : scalar
            .replace("\\" + used.get(0).letter(), "\\L")
            .replace("\\" + used.get(1).letter(), "\\P");
  }
}
