package dev.signet.cli.url;

import java.io.Serial;

/** A text that is no address; the message is Go's: {@code parse "X": why}, without passwords. */
public final class MalformedUrlException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  MalformedUrlException(String message) {
    super(message, null, false, false);
  }
}
