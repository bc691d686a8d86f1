package dev.signet.template.crypto;

/** It cannot be done with what was given. The text holds nothing of that. */
public final class UnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
