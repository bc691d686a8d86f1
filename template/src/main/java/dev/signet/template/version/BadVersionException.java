package dev.signet.template.version;

/** No version or no constraint. The text holds nothing of what was read. */
public final class BadVersionException extends Exception {
  private static final long serialVersionUID = 1L;

  BadVersionException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
