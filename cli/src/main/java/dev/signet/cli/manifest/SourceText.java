package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.manifest.Node.Position;
import dev.signet.cli.manifest.Node.Scalar;

/**
 * The text of an input, to find where in it the characters of a scalar stand: behind quotes,
 * escapes, folds and the indentation of a block.
 */
public final class SourceText {
  private final String text;

  public SourceText(byte[] input) {
    this.text = new String(Encoding.toUtf8(input), UTF_8);
  }

  /** Where a character of the scalar stands; where it begins, if that cannot be told. */
  public Position at(Scalar scalar, int index) {
    int start = index(scalar.at());
    if (start >= text.length()) {
      return scalar.at();
    }
    int found = new ScalarTrace(text, start).find(scalar.text(), index);
    return found < 0 ? scalar.at() : position(found);
  }

  private int index(Position position) {
    int start = 0;
    for (int line = 1; line < position.line(); line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return text.length();
      }
      start = end + 1;
    }
    int last = text.codePointCount(start, text.length());
    return position.column() - 1 > last
        ? text.length()
        : text.offsetByCodePoints(start, position.column() - 1);
  }

  private Position position(int index) {
    int line = 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n', index - 1) + 1;
    return new Position(line, 1 + text.codePointCount(start, index));
  }
}
