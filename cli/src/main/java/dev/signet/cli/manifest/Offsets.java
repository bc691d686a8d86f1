package dev.signet.cli.manifest;

/** Where the n-th character of a text stands among its UTF-16 units. */
final class Offsets {
  private final int[] units;

  Offsets(String text) {
    int count = text.codePointCount(0, text.length());
    units = new int[count == text.length() ? 0 : count + 1];
    for (int i = 1; i < units.length; i++) {
      units[i] = text.offsetByCodePoints(units[i - 1], 1);
    }
  }

  int of(int index) {
    return units.length == 0 ? index : units[index];
  }
}
