package dev.signet.template.exec;

/** A template cannot go on. The reason holds types and names, never a value. */
public final class ExecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  ExecException(int position, String reason) {
    super(reason, null, false, false);
    this.position = position;
  }

  /** Where in the template text. */
  public int position() {
    return position;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
