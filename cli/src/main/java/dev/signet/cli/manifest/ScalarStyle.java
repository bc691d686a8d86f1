package dev.signet.cli.manifest;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How Go's yaml.v2 lets a text stand in block style. */
enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL;

  private enum Trait {
    /** Syntax, if it stood plain. */
    INDICATOR,
    BREAK,
    LEADING_SPACE,
    TRAILING_SPACE,
    SPACE_BEHIND_BREAK,
    SPACE_BEFORE_BREAK,
    /** Cannot stand outside of double quotes. */
    UNPRINTABLE
  }

  private static final Set<Trait> NOT_SINGLE_QUOTED =
      EnumSet.of(Trait.SPACE_BEHIND_BREAK, Trait.SPACE_BEFORE_BREAK, Trait.UNPRINTABLE);
  private static final Set<Trait> NOT_LITERAL =
      EnumSet.of(Trait.TRAILING_SPACE, Trait.SPACE_BEFORE_BREAK, Trait.UNPRINTABLE);

  static ScalarStyle of(String text) {
    Set<Trait> traits = traits(text);
    if (text.indexOf('\n') >= 0) {
      return Collections.disjoint(traits, NOT_LITERAL) ? LITERAL : DOUBLE_QUOTED;
    }
    if (Yaml11.needsQuotes(text)) {
      return DOUBLE_QUOTED;
    }
    if (traits.isEmpty()) {
      return PLAIN;
    }
    return Collections.disjoint(traits, NOT_SINGLE_QUOTED) ? SINGLE_QUOTED : DOUBLE_QUOTED;
  }

  /** Whether a YAML 1.1 reader ends a line here. */
  static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c < 0xFFFE && c != 0xFEFF && !Character.isSurrogate((char) c));
  }

  private static Set<Trait> traits(String text) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (text.startsWith("---") || text.startsWith("...")) {
      traits.add(Trait.INDICATOR);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWord(c)) {
        continue;
      }
      if (!isPrintable(c)) {
        traits.add(Trait.UNPRINTABLE);
      }
      if (isBreak(c)) {
        traits.add(Trait.BREAK);
      } else if (c == ' ') {
        addSpace(traits, text, i);
      } else if (isIndicator(text, i)) {
        traits.add(Trait.INDICATOR);
      }
    }
    return traits;
  }

  /** What sealed values are made of, and what is nothing but itself. */
  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static void addSpace(Set<Trait> traits, String text, int at) {
    if (at == 0) {
      traits.add(Trait.LEADING_SPACE);
    } else if (isBreak(text.charAt(at - 1))) {
      traits.add(Trait.SPACE_BEHIND_BREAK);
    }
    if (at == text.length() - 1) {
      traits.add(Trait.TRAILING_SPACE);
    } else if (isBreak(text.charAt(at + 1))) {
      traits.add(Trait.SPACE_BEFORE_BREAK);
    }
  }

  private static boolean isIndicator(String text, int at) {
    return switch (text.charAt(at)) {
      case ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> at == 0;
      case '#' -> at == 0 || isBlank(text.charAt(at - 1)) || isBreak(text.charAt(at - 1));
      case ':' -> blankFollows(text, at);
      case '?', '-' -> at == 0 && blankFollows(text, at);
      default -> false;
    };
  }

  private static boolean blankFollows(String text, int at) {
    return at == text.length() - 1 || isBlank(text.charAt(at + 1));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
