package dev.signet.cli.manifest;

/** Writes JSON as Go does, with the escapes that make it safe inside HTML. */
public final class JsonWriter {
  private JsonWriter() {}

  /** Two blanks of indentation, a newline at the end. */
  public static String indented(Value value) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** On one line, no newline at the end. */
  public static String compact(Value value) {
    throw new UnsupportedOperationException("not written yet");
  }
}
