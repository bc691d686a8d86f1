package dev.signet.template.url;

/** No URL. The text says what kind of mistake there is, and nothing of the URL. */
public final class BadUrlException extends Exception {
  private static final long serialVersionUID = 1L;

  BadUrlException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
