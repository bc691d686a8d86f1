package dev.signet.template.regex;

/** No regular expression. The text names the kind of mistake and nothing of the expression. */
public final class BadPatternException extends Exception {
  private static final long serialVersionUID = 1L;

  BadPatternException(String reason) {
    super("error parsing regexp: " + reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
