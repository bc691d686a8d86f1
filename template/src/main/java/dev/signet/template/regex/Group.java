package dev.signet.template.regex;

/** What stands in a group of a pattern so far. The part read last may still be repeated. */
final class Group {
  long size = 1;
  long repeats = 1;
  long lastSize;
  long lastRepeats = 1;
  boolean folds;

  void add(long addedSize, long addedRepeats) {
    size += lastSize;
    repeats = Math.max(repeats, lastRepeats);
    lastSize = addedSize;
    lastRepeats = addedRepeats;
  }
}
