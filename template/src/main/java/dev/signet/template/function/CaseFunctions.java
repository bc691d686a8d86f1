package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Letter case by words, and what is left of words. */
final class CaseFunctions {
  private CaseFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("title", List.of(STRING), CaseFunctions::title),
        Function.of("untitle", List.of(STRING), CaseFunctions::untitle),
        Function.of("swapcase", List.of(STRING), CaseFunctions::swapCase),
        Function.of("initials", List.of(STRING), CaseFunctions::initials),
        Function.of("nospace", List.of(STRING), CaseFunctions::withoutSpaces),
        Function.of("snakecase", List.of(STRING), call -> WordCase.separated(call, '_')),
        Function.of("kebabcase", List.of(STRING), call -> WordCase.separated(call, '-')),
        Function.of("camelcase", List.of(STRING), WordCase::pascal));
  }

  /** A mapping that remembers the character before. */
  private static final class Titles implements IntUnaryOperator {
    private int before = ' ';

    @Override
    public int applyAsInt(int code) {
      boolean isStart = separates(before);
      before = code;
      return isStart ? Characters.toTitle(code) : code;
    }

    private static boolean separates(int code) {
      if (code < 0x80) {
        return code != '_' && !Character.isLetterOrDigit(code);
      }
      return !Characters.isLetter(code) && !Characters.isDigit(code) && Characters.isSpace(code);
    }
  }

  private static Value title(Call call) {
    return CharacterFunctions.mapped(call, new Titles());
  }

  /** Every character goes through, so bad bytes come out as U+FFFD. */
  private static Value remade(Call call, IntUnaryOperator mapping) {
    String octets = call.octets(0);
    Octets out = Octets.text(call.budget());
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      out.addCharacter(mapping.applyAsInt(rune.code()));
      index += rune.width();
    }
    return out.toText();
  }

  private static final class Untitles implements IntUnaryOperator {
    private boolean isNext = true;

    @Override
    public int applyAsInt(int code) {
      if (Characters.isSpace(code)) {
        isNext = true;
        return code;
      }
      int mapped = isNext ? Characters.toLower(code) : code;
      isNext = false;
      return mapped;
    }
  }

  private static Value untitle(Call call) {
    return remade(call, new Untitles());
  }

  private static final class Swaps implements IntUnaryOperator {
    private boolean isAfterSpace = true;

    @Override
    public int applyAsInt(int code) {
      boolean isStart = isAfterSpace;
      if (Characters.isUpper(code) || Characters.isTitle(code)) {
        isAfterSpace = false;
        return Characters.toLower(code);
      }
      if (Characters.isLower(code)) {
        isAfterSpace = false;
        return isStart ? Characters.toTitle(code) : Characters.toUpper(code);
      }
      isAfterSpace = Characters.isSpace(code);
      return code;
    }
  }

  private static Value swapCase(Call call) {
    return remade(call, new Swaps());
  }

  /** Takes each byte for a character, as the original does. */
  private static Value initials(Call call) {
    String octets = call.octets(0);
    Octets out = Octets.text(call.budget());
    boolean isAfterSpace = true;
    for (int index = 0; index < octets.length(); index++) {
      boolean isSpace = Characters.isSpace(octets.charAt(index));
      if (!isSpace && isAfterSpace) {
        out.addCharacter(octets.charAt(index));
      }
      isAfterSpace = isSpace;
    }
    return out.toText();
  }

  /** Takes each byte for a character, unless there is no space at all. */
  private static Value withoutSpaces(Call call) {
    String octets = call.octets(0);
    if (octets.chars().noneMatch(Characters::isSpace)) {
      return call.value(0);
    }
    Octets out = Octets.text(call.budget());
    octets
        .chars()
        .filter(octet -> !Characters.isSpace(octet))
        .forEach(octet -> out.addCharacter(octet));
    return out.toText();
  }
}
