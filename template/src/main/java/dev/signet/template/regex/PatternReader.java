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

  private final String pattern;
  private final StringBuilder rewritten = new StringBuilder();
  private final List<@Nullable String> names = new ArrayList<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group();
  private int position;
  private int deepest;
  private int ranges;
  private boolean folds;

  /** What stands in a group so far. The part read last may still be repeated. */
  private static final class Group {
    long size = 1;
    long repeats = 1;
    long lastSize;
    long lastRepeats = 1;

    void add(long addedSize, long addedRepeats) {
      size += lastSize;
      repeats = Math.max(repeats, lastRepeats);
      lastSize = addedSize;
      lastRepeats = addedRepeats;
    }
  }

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

  private void readEscape() {
    group.add(1, 1);
    if (pattern.startsWith("\\Q", position)) {
      int end = pattern.indexOf("\\E", position);
      int next = end < 0 ? pattern.length() : end + 2;
      group.add(next - position, 1);
      copy(next - position);
      return;
    }
    copy(escapeLength(position));
  }

  /** With what stands in braces after it, which is no repeat. */
  private int escapeLength(int start) {
    boolean takesBraces =
        start + 1 < pattern.length() && "pPx".indexOf(pattern.charAt(start + 1)) >= 0;
    if (!takesBraces) {
      return 2;
    }
    ranges++;
    int end = pattern.startsWith("{", start + 2) ? pattern.indexOf('}', start) : -1;
    return end < 0 ? 2 : end + 1 - start;
  }

  private void readClass() {
    group.add(1, 1);
    ranges++;
    int index = position + (pattern.startsWith("[^", position) ? 2 : 1);
    int first = index;
    while (index < pattern.length() && (pattern.charAt(index) != ']' || index == first)) {
      if (pattern.charAt(index) == '\\') {
        index += escapeLength(index);
      } else if (pattern.startsWith("[:", index) && pattern.indexOf(":]", index + 2) > 0) {
        index = pattern.indexOf(":]", index + 2) + 2;
      } else {
        ranges += pattern.charAt(index) == '-' ? 1 : 0;
        index++;
      }
    }
    copy(index + 1 - position);
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
    while (end < pattern.length() && "imsU-".indexOf(pattern.charAt(end)) >= 0) {
      folds |= pattern.charAt(end) == 'i';
      end++;
    }
    boolean isGroup = pattern.startsWith(":", end);
    copy(end + 1 - position);
    if (isGroup) {
      push();
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(code -> code < 0x80 && (Character.isLetterOrDigit(code) || code == '_'));
  }

  private void push() throws BadPatternException {
    groups.push(group);
    group = new Group();
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
