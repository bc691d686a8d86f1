package dev.signet.template.regex;

import dev.signet.template.limit.Budget;
import dev.signet.template.value.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Octets as characters to search in, a bad octet being U+FFFD. Charges each look at a character by
 * the size of the program that looks.
 */
final class Subject implements CharSequence {
  private static final int WORK_PER_STEP = 1024;

  private final String octets;
  private final String characters;

  /** Where in the octets a character starts; null if that is the same index. */
  private final int @Nullable [] starts;

  private final Budget budget;
  private final int costOfLook;
  private int work;

  Subject(String octets, Budget budget, int costOfLook) {
    this.octets = octets;
    this.budget = budget;
    this.costOfLook = costOfLook;
    budget.read(octets.length());
    if (octets.chars().allMatch(octet -> octet < 0x80)) {
      characters = octets;
      starts = null;
    } else {
      // Two bytes a character, and four for where it starts.
      budget.text(octets.length());
      budget.items(octets.length() / 4 + 1);
      var text = new StringBuilder(octets.length());
      starts = new int[octets.length() + 1];
      decode(octets, text, starts);
      characters = text.toString();
    }
  }

  /** The second half of a pair has no start of its own, and is never asked for. */
  private static void decode(String octets, StringBuilder text, int[] starts) {
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      starts[text.length()] = index;
      text.appendCodePoint(rune.code());
      index += rune.width();
    }
    starts[text.length()] = octets.length();
  }

  /** The octets between two indexes of characters. */
  String octets(int from, int to) {
    return starts == null ? octets.substring(from, to) : octets.substring(starts[from], starts[to]);
  }

  /** How many indexes the character there takes; 0 at the end. */
  int width(int index) {
    return index < characters.length() ? Character.charCount(characters.codePointAt(index)) : 0;
  }

  @Override
  public char charAt(int index) {
    work += costOfLook;
    if (work >= WORK_PER_STEP) {
      budget.steps(work / WORK_PER_STEP);
      work %= WORK_PER_STEP;
    }
    return characters.charAt(index);
  }

  @Override
  public int length() {
    return characters.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return characters.subSequence(start, end);
  }

  @Override
  public String toString() {
    return characters;
  }
}
