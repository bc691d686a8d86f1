package dev.signet.cli.manifest;

/** A text cannot be read as a tree. The reason holds no part of the text. */
final class BrokenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String reason;

  /**
   * @param line of the document, from 0
   */
  BrokenException(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
    this.reason = reason;
  }

  int line() {
    return line;
  }

  String reason() {
    return reason;
  }
}
