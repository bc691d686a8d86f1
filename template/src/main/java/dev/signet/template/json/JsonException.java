package dev.signet.template.json;

/** A value has no JSON form, or a text is no JSON. Says what kind of thing, never a part of it. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  JsonException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
