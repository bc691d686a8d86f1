package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Characters;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Strings by characters: letter case and white space, without any locale. */
final class CharacterFunctions {
  private CharacterFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("upper", List.of(STRING), call -> mapped(call, Characters::toUpper)),
        Function.of("lower", List.of(STRING), call -> mapped(call, Characters::toLower)),
        Function.of("trim", List.of(STRING), call -> trim(call, 0, Characters::isSpace)),
        Function.of("trimAll", List.of(STRING, STRING), CharacterFunctions::trimAll),
        Function.of("trimall", List.of(STRING, STRING), CharacterFunctions::trimAll));
  }

  /** Puts a string before each character and at the end. */
  static Value spread(Call call, String octets, String between) {
    Octets out = Octets.text(call.budget()).add(between);
    for (int index = 0; index < octets.length(); ) {
      int width = Utf8.at(octets, index).width();
      out.add(octets.substring(index, index + width)).add(between);
      index += width;
    }
    return out.toText();
  }

  /** Its characters; if there are more than so many, the last one is all of the rest. */
  static List<Value> characters(Call call, String octets, long most) {
    List<Value> characters = new ArrayList<>();
    for (int index = 0; index < octets.length(); ) {
      boolean isLast = characters.size() == most - 1;
      int end = isLast ? octets.length() : index + Utf8.at(octets, index).width();
      call.budget().items(1);
      characters.add(call.text(octets.substring(index, end)));
      index = end;
    }
    return characters;
  }

  static Value mapped(Call call, IntUnaryOperator mapping) {
    String octets = call.octets(0);
    Octets out = Octets.text(call.budget());
    boolean isChanged = false;
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      int code = mapping.applyAsInt(rune.code());
      isChanged |= code != rune.code() || rune.isBad();
      out.addCharacter(code);
      index += rune.width();
    }
    return isChanged ? out.toText() : call.value(0);
  }

  /** Which characters to trim. */
  private interface Trimmed {
    boolean test(int code);
  }

  private static Value trimAll(Call call) {
    String octets = call.octets(0);
    var codes = new BitSet();
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      codes.set(rune.code());
      index += rune.width();
    }
    return trim(call, 1, codes::get);
  }

  private static Value trim(Call call, int argument, Trimmed trimmed) {
    String octets = call.octets(argument);
    int start = 0;
    while (start < octets.length() && trimmed.test(Utf8.at(octets, start).code())) {
      call.budget().step();
      start += Utf8.at(octets, start).width();
    }
    int end = octets.length();
    while (end > start && trimmed.test(Utf8.at(octets, lastStart(octets, end)).code())) {
      call.budget().step();
      end = lastStart(octets, end);
    }
    return call.text(octets.substring(start, end));
  }

  /** Where the last character before an index starts. */
  private static int lastStart(String octets, int end) {
    for (int width = 4; width > 1; width--) {
      int start = end - width;
      if (start >= 0 && Utf8.at(octets, start).width() == width) {
        return start;
      }
    }
    return end - 1;
  }
}
