package dev.signet.template.time;

/** No time or no duration. The text holds nothing of what was read. */
public final class BadTimeException extends Exception {
  private static final long serialVersionUID = 1L;

  BadTimeException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
