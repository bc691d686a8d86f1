package dev.signet.controller.options;

import java.io.Serial;

/**
 * A text that does not fit. What it says is one line and quotes the text: flags hold no secrets.
 */
final class BadValueException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String why;

  BadValueException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
