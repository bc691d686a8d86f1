package dev.signet.template.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern as far as RE2/J does not read it as Go does: two groups may have one name, and
 * repeats of repeats are bounded. Mistakes that both find are left to RE2/J.
 */
final class PatternReader {
  /** Go's bound on repeats, also of what is repeated within. */
  private static final int MOST_REPEATS = 1000;

  private static final int DEEPEST = 1000;

  /** Letters of a Unicode that is newer than RE2/J's, and older than the JDK's. */
  private static final int FIRST_ENDLESS = 0x1c80;

  private static final int LAST_ENDLESS = 0x1c88;

  /** A range of all that has letter case is not folded. */
  private static final int FIRST_FOLDED = 'A';

  private static final int LAST_FOLDED = 0x1e943;

  private final String pattern;
  private final StringBuilder rewritten = new StringBuilder();
  private final List<@Nullable String> names = new ArrayList<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group();
  private int position;
  private int deepest;
  private int ranges;
  private boolean folds;

  PatternReader(String pattern) {
    this.pattern = pattern;
    names.add(null);
  }

  /**
   * What was read.
   *
   * @param names of the groups by number, null for those without
   * @param size of the program, about
   * @param ranges of characters, about
   */
  record Reading(
      String rewritten, List<@Nullable String> names, long size, int depth, Ranges ranges) {}

  /**
   * Ranges of characters.
   *
   * @param folds whether letter case does not count somewhere
   */
  record Ranges(int count, boolean folds) {}

  Reading read() throws BadPatternException {
    while (position < pattern.length()) {
      switch (pattern.charAt(position)) {
        case '\\' -> readEscape();
        case '[' -> readClass();
        case '(' -> open();
        case ')' -> close();
        case '{' -> readRepeat();
        case '*', '+', '?' -> {
          group.lastSize++;
          copy(1);
        }
        default -> {
          group.add(1, 1);
          refuseFolding(pattern.codePointAt(position), pattern.codePointAt(position));
          copy(Character.charCount(pattern.codePointAt(position)));
        }
      }
    }
    group.add(0, 1);
    while (!groups.isEmpty()) {
      close();
    }
    return new Reading(rewritten.toString(), names, group.size, deepest, new Ranges(ranges, folds));
  }

  private void copy(int count) {
    int end = Math.min(position + count, pattern.length());
    rewritten.append(pattern, position, end);
    position = end;
  }

  private void readEscape() throws BadPatternException {
    group.add(1, 1);
    if (pattern.startsWith("\\Q", position)) {
      int end = pattern.indexOf("\\E", position);
      int next = end < 0 ? pattern.length() : end + 2;
      for (int index = position; index < next; index++) {
        refuseFolding(pattern.charAt(index), pattern.charAt(index));
      }
      group.add(next - position, 1);
      copy(next - position);
      return;
    }
    if (isClassAt(position)) {
      String ranges = unicodeClass(position);
      // Folded already, and RE2/J must not do it again.
      rewritten.append(group.folds ? "(?-i:[" : "[").append(ranges);
      rewritten.append(group.folds ? "])" : "]");
      position += escapeLength(position);
      return;
    }
    ClassCharacter escaped = ClassCharacter.at(pattern, position);
    refuseFolding(escaped.code(), escaped.code());
    copy(escapeLength(position));
  }

  /** RE2/J never comes to the end of the letters that are these but for their case. */
  private void refuseFolding(int first, int last) throws BadPatternException {
    boolean isAll = first <= FIRST_FOLDED && last >= LAST_FOLDED;
    if (group.folds && first <= LAST_ENDLESS && last >= FIRST_ENDLESS && !isAll) {
      throw new BadPatternException(
          "letter case cannot be left out of account for U+1C80 to U+1C88");
    }
  }

  private boolean isClassAt(int start) {
    char letter = start + 1 < pattern.length() ? pattern.charAt(start + 1) : 0;
    return (letter == 'p' || letter == 'P') && start + 2 < pattern.length();
  }

  /** Written out: RE2/J knows an older Unicode. */
  private String unicodeClass(int start) throws BadPatternException {
    String escape = pattern.substring(start, start + escapeLength(start));
    String name =
        escape.endsWith("}") ? escape.substring(3, escape.length() - 1) : escape.substring(2);
    boolean isNegated = (escape.charAt(1) == 'P') != name.startsWith("^");
    String plain = name.startsWith("^") ? name.substring(1) : name;
    String ranges = UnicodeClasses.ranges(plain, group.folds ? "/i" : "", isNegated);
    if (ranges == null) {
      throw new BadPatternException("invalid character class range");
    }
    return ranges;
  }

  /** With what stands in braces after it, which is no repeat. */
  private int escapeLength(int start) {
    boolean takesBraces =
        start + 1 < pattern.length() && "pPx".indexOf(pattern.charAt(start + 1)) >= 0;
    if (!takesBraces) {
      return 2;
    }
    ranges++;
    if (pattern.startsWith("{", start + 2)) {
      int end = pattern.indexOf('}', start);
      return end < 0 ? 2 : end + 1 - start;
    }
    boolean isName = isClassAt(start);
    return isName ? 2 + Character.charCount(pattern.codePointAt(start + 2)) : 2;
  }

  private void readClass() throws BadPatternException {
    group.add(1, 1);
    ranges++;
    int index = position + (pattern.startsWith("[^", position) ? 2 : 1);
    int first = index;
    copy(first - position);
    while (index < pattern.length() && (pattern.charAt(index) != ']' || index == first)) {
      if (isEscapedClass(index)) {
        copy(index - position);
        String written = unicodeClass(index);
        int length = escapeLength(index);
        // What RE2/J folds must be its own class: ours would take it for ever.
        rewritten.append(group.folds ? pattern.substring(index, index + length) : written);
        index += length;
        position = index;
      } else if (pattern.startsWith("[:", index) && pattern.indexOf(":]", index + 2) > 0) {
        index = pattern.indexOf(":]", index + 2) + 2;
      } else {
        index = readRange(index);
      }
    }
    copy(index + 1 - position);
  }

  /** A character, or two with a hyphen between; says where it ends. */
  private int readRange(int start) throws BadPatternException {
    ClassCharacter first = ClassCharacter.at(pattern, start);
    int end = start + first.length();
    boolean isRange =
        pattern.startsWith("-", end)
            && end + 1 < pattern.length()
            && pattern.charAt(end + 1) != ']';
    if (!isRange) {
      refuseFolding(first.code(), first.code());
      return end;
    }
    ranges++;
    ClassCharacter last = ClassCharacter.at(pattern, end + 1);
    refuseFolding(first.code(), last.code());
    return end + 1 + last.length();
  }

  private boolean isEscapedClass(int index) {
    return pattern.charAt(index) == '\\' && isClassAt(index);
  }

  private void open() throws BadPatternException {
    if (pattern.startsWith("(?P<", position) || pattern.startsWith("(?<", position)) {
      int start = pattern.indexOf('<', position) + 1;
      int end = pattern.indexOf('>', start);
      String name = end < 0 ? "" : pattern.substring(start, end);
      if (isName(name)) {
        names.add(name);
        rewritten.append('(');
        position = end + 1;
        push();
        return;
      }
      throw new BadPatternException("invalid named capture");
    }
    if (!pattern.startsWith("(?", position)) {
      names.add(null);
      copy(1);
      push();
      return;
    }
    int end = position + 2;
    boolean isOn = true;
    boolean isFolding = group.folds;
    while (end < pattern.length() && "imsU-".indexOf(pattern.charAt(end)) >= 0) {
      isOn &= pattern.charAt(end) != '-';
      isFolding = pattern.charAt(end) == 'i' ? isOn : isFolding;
      end++;
    }
    folds |= isFolding;
    boolean isGroup = pattern.startsWith(":", end);
    copy(end + 1 - position);
    if (isGroup) {
      push();
    }
    group.folds = isFolding;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(code -> code < 0x80 && (Character.isLetterOrDigit(code) || code == '_'));
  }

  private void push() throws BadPatternException {
    groups.push(group);
    boolean isFolding = group.folds;
    group = new Group();
    group.folds = isFolding;
    deepest = Math.max(deepest, groups.size());
    if (deepest > DEEPEST) {
      throw new BadPatternException("expression nests too deeply");
    }
  }

  private void close() {
    copy(1);
    if (!groups.isEmpty()) {
      group.add(0, 1);
      Group closed = group;
      group = groups.pop();
      group.add(closed.size + 2, closed.repeats);
    }
  }

  private void readRepeat() throws BadPatternException {
    Repeat repeat = Repeat.at(pattern, position);
    if (repeat == null) {
      group.add(1, 1);
      copy(1);
      return;
    }
    copy(repeat.length());
    group.lastSize *= Math.max(1, repeat.most() < 0 ? repeat.least() + 1 : repeat.most());
    if (repeat.most() == 0) {
      group.lastRepeats = 1;
      return;
    }
    group.lastRepeats *= Math.max(1, repeat.most() < 0 ? repeat.least() : repeat.most());
    if (group.lastRepeats > MOST_REPEATS) {
      throw new BadPatternException("invalid repeat count");
    }
  }
}
