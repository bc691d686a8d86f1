package dev.signet.template.function;

import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;
import java.util.function.IntPredicate;

/**
 * Cuts a name into words: runs of characters of one sort. Bad bytes belong to what surrounds them.
 */
final class Words {
  private final String octets;
  private Word current = Word.END;
  private int position;
  private int code;

  Words(String octets) {
    this.octets = octets;
    advance();
  }

  enum Kind {
    NONE,
    NUMBER,
    UPPER,
    LOWER,
    SEPARATOR,
    PUNCTUATION,
    OTHER
  }

  record Word(Kind kind, String octets) {
    private static final Word END = new Word(Kind.NONE, "");
  }

  /** The word at hand; one of kind NONE after the last. */
  Word current() {
    return current;
  }

  /** Whether anything follows the word at hand. */
  boolean hasMore() {
    return position < octets.length();
  }

  void advance() {
    int start = position;
    code = Utf8.BAD;
    int after = skip();
    Kind kind = code == Utf8.BAD ? Kind.NONE : kind(code);
    position = after;
    switch (kind) {
      case NONE -> {}
      case SEPARATOR -> takeWhile(Words::isSeparator);
      case PUNCTUATION -> takeWhile(Characters::isPunctuation);
      case NUMBER -> takeWhile(Characters::isNumber);
      case LOWER -> takeWhile(Words::isSmall);
      case OTHER -> takeWhile(next -> kind(next) == Kind.OTHER);
      case UPPER -> takeCapitals();
    }
    current =
        start == octets.length() ? Word.END : new Word(kind, octets.substring(start, position));
  }

  /** Capitals, of which the last begins the next word if small letters follow; or one and those. */
  private void takeCapitals() {
    if (!hasMore()) {
      return;
    }
    int after = skip();
    if (!Characters.isUpper(code)) {
      if (isAlphabetic(code)) {
        position = after;
        takeWhile(Words::isSmall);
      }
      return;
    }
    int last = position;
    position = after;
    while (hasMore()) {
      int next = skip();
      if (!Characters.isUpper(code)) {
        position = isAlphabetic(code) ? last : position;
        return;
      }
      last = position;
      position = next;
    }
  }

  private void takeWhile(IntPredicate belongs) {
    while (hasMore()) {
      int after = skip();
      if (!belongs.test(code)) {
        return;
      }
      position = after;
    }
  }

  /** Reads the next good character, or keeps the one before at the end; says where it ends. */
  private int skip() {
    int at = position;
    while (at < octets.length()) {
      Utf8.Rune rune = Utf8.at(octets, at);
      at += rune.width();
      if (rune.code() != Utf8.BAD) {
        code = rune.code();
        return at;
      }
    }
    return at;
  }

  private static Kind kind(int code) {
    if (isSeparator(code)) {
      return Kind.SEPARATOR;
    }
    if (Characters.isPunctuation(code)) {
      return Kind.PUNCTUATION;
    }
    if (Characters.isUpper(code)) {
      return Kind.UPPER;
    }
    return isAlphabetic(code) ? Kind.LOWER : Characters.isNumber(code) ? Kind.NUMBER : Kind.OTHER;
  }

  private static boolean isSmall(int code) {
    return isAlphabetic(code) && !Characters.isUpper(code);
  }

  static boolean isSeparator(int code) {
    return code == '-' || code == '_' || Characters.isSpace(code);
  }

  /** A letter, but not a Chinese, Japanese or Korean one. */
  private static boolean isAlphabetic(int code) {
    boolean isIdeograph =
        (code >= 0x4e00 && code <= 0x9fcc)
            || (code >= 0x3400 && code <= 0x4d85)
            || (code >= 0x20000 && code <= 0x2b81d);
    return Characters.isLetter(code) && !isIdeograph;
  }
}
