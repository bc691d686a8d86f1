package dev.signet.cli.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text with the changes to be made in it. Offsets are those of the unchanged text. */
final class Draft {
  private final String text;
  private final String lineBreak;
  private final List<Splice> splices = new ArrayList<>();

  private record Splice(int start, int end, String with) {}

  /**
   * A text that is part of another.
   *
   * @param whole decides the kind of line break if the text has none
   */
  Draft(String text, String whole) {
    this.text = text;
    this.lineBreak = lineBreakOf(text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? whole : text);
  }

  private static String lineBreakOf(String text) {
    int feed = text.indexOf('\n');
    if (feed < 0) {
      return text.indexOf('\r') < 0 ? "\n" : "\r";
    }
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  String text() {
    return text;
  }

  String lineBreak() {
    return lineBreak;
  }

  void insert(int at, String what) {
    replace(at, at, what);
  }

  /** Replacements must not overlap. */
  void replace(int start, int end, String with) {
    splices.add(new Splice(start, end, with));
  }

  void delete(int start, int end) {
    replace(start, end, "");
  }

  String finish() {
    splices.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Splice splice : splices) {
      out.append(text, at, splice.start()).append(splice.with());
      at = splice.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  int lineStart(int at) {
    int i = at;
    while (i > 0 && !isBreak(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Where the line break of this line is, or the end of the text. */
  int lineEnd(int at) {
    int i = at;
    while (i < text.length() && !isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  int nextLine(int at) {
    int end = lineEnd(at);
    return Math.min(end + (text.startsWith("\r\n", end) ? 2 : 1), text.length());
  }

  /** Where the line above ends, given the start of a line. */
  int previousLineEnd(int lineStart) {
    int length = text.startsWith("\r\n", lineStart - 2) ? 2 : 1;
    return Math.max(0, lineStart - length);
  }

  boolean isSameLine(int a, int b) {
    return lineStart(a) == lineStart(b);
  }

  /** The blanks with which this line begins. */
  String indentation(int at) {
    int start = lineStart(at);
    return text.substring(start, skipBlanks(start));
  }

  int skipBlanks(int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** Whether the rest of the line is blank or a comment. */
  boolean isIdle(int at) {
    int i = skipBlanks(at);
    return i == lineEnd(at) || text.charAt(i) == '#';
  }

  /** The end of what ends here, blanks and line breaks before it taken off. */
  int trimmed(int start, int end) {
    int i = end;
    while (i > start && (isBreak(text.charAt(i - 1)) || " \t".indexOf(text.charAt(i - 1)) >= 0)) {
      i--;
    }
    return i;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
