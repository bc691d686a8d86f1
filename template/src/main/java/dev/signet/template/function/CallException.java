package dev.signet.template.function;

/** A function refuses its arguments. The text holds types and positions, never an argument. */
public final class CallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CallException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
