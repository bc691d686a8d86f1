package dev.signet.template.syntax;

/** The text is no template. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  SyntaxException(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  public int line() {
    return line;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
