package dev.signet.template.function;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;

/**
 * Names of several words, written as snake_case, kebab-case and PascalCase. Where a word begins,
 * and to which word a number belongs, follows https://github.com/huandu/xstrings v1.5.
 */
final class WordCase {
  /** Each is looked at several times. */
  private static final int OCTETS_PER_STEP = 8;

  private final Octets out;
  private final char separator;
  private final Words words;

  private WordCase(Octets out, char separator, Words words) {
    this.out = out;
    this.separator = separator;
    this.words = words;
  }

  static Value separated(Call call, char separator) {
    String octets = call.octets(0);
    call.budget().steps(octets.length() / OCTETS_PER_STEP);
    Octets out = Octets.text(call.budget());
    if (!octets.isEmpty()) {
      new WordCase(out, separator, new Words(octets)).write();
    }
    return out.toText();
  }

  private void write() {
    while (words.hasMore()) {
      Words.Word word = words.current();
      words.advance();
      add(word);
      switch (word.kind()) {
        case NUMBER -> afterNumber();
        case SEPARATOR, PUNCTUATION -> {}
        case UPPER, LOWER, OTHER, NONE -> afterWord();
      }
    }
    add(words.current());
  }

  /** A number takes the small letters and numbers that follow it. */
  private void afterNumber() {
    while (isTakenByNumber(words.current().kind())) {
      add(words.current());
      words.advance();
    }
    if (words.current().kind() != Words.Kind.NONE) {
      separateUnlessSeparated();
    }
  }

  /** A number belongs to the word before, unless small letters follow it. */
  private void afterWord() {
    if (words.current().kind() != Words.Kind.NUMBER) {
      separateUnlessSeparated();
      return;
    }
    if (!words.hasMore()) {
      return;
    }
    Words.Word number = words.current();
    words.advance();
    if (words.current().kind() == Words.Kind.LOWER) {
      out.add(separator);
      add(number);
      afterNumber();
    } else {
      add(number);
      separateUnlessSeparated();
    }
  }

  private static boolean isTakenByNumber(Words.Kind kind) {
    return kind == Words.Kind.LOWER || kind == Words.Kind.NUMBER;
  }

  private void separateUnlessSeparated() {
    switch (words.current().kind()) {
      case SEPARATOR, PUNCTUATION -> {}
      case UPPER, LOWER, NUMBER, OTHER, NONE -> out.add(separator);
    }
  }

  private void add(Words.Word word) {
    if (word.kind() != Words.Kind.UPPER && word.kind() != Words.Kind.SEPARATOR) {
      out.add(word.octets());
      return;
    }
    String octets = word.octets();
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      if (Words.isSeparator(rune.code())) {
        out.add(separator);
      } else {
        int code = rune.code();
        out.addCharacter(Characters.isUpper(code) ? Characters.toLower(code) : code);
      }
      index += rune.width();
    }
  }

  /**
   * Words joined, each with a capital. Separators at either end stay, and a text of nothing but
   * separators gets one more.
   */
  static Value pascal(Call call) {
    String octets = call.octets(0);
    Octets out = Octets.text(call.budget());
    int waiting = '_';
    boolean isStart = true;
    boolean isInCapitals = false;
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      index += rune.width();
      int code = rune.code();
      if (isStart) {
        isStart = Words.isSeparator(code);
        isInCapitals = Characters.isUpper(code);
        waiting = isStart ? code : Characters.toUpper(code);
        if (isStart) {
          out.addCharacter(code);
        }
      } else if (!Words.isSeparator(waiting)) {
        isInCapitals &= Characters.isUpper(code);
        out.addCharacter(waiting);
        waiting = isInCapitals ? Characters.toLower(code) : code;
      } else if (Words.isSeparator(code)) {
        out.addCharacter(waiting);
        waiting = code;
      } else {
        isInCapitals = Characters.isUpper(code);
        waiting = Characters.toUpper(code);
      }
    }
    return octets.isEmpty() ? call.value(0) : out.addCharacter(waiting).toText();
  }
}
