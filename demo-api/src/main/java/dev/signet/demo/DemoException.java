package dev.signet.demo;

import java.io.Serial;

/** The story cannot go on; the message says why and what to do. */
final class DemoException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }
}
