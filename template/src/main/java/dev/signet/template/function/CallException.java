package dev.signet.template.function;

/** A function refuses its arguments. The text holds types and positions, never an argument. */
public final class CallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isOfFunction;

  public CallException(String reason) {
    this(reason, false);
  }

  private CallException(String reason, boolean isOfFunction) {
    super(reason, null, false, false);
    this.isOfFunction = isOfFunction;
  }

  /** No arguments would do: the function cannot be called at all. */
  static CallException ofFunction(String reason) {
    return new CallException(reason, true);
  }

  public boolean isOfFunction() {
    return isOfFunction;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
