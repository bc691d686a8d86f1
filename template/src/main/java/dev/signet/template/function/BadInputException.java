package dev.signet.template.function;

/** Encoded text is wrong at some byte. */
final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  BadInputException(int position) {
    super("bad input", null, false, false);
    this.position = position;
  }

  int position() {
    return position;
  }
}
