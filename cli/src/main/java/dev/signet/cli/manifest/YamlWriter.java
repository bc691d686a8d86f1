package dev.signet.cli.manifest;

/** Writes YAML as kubeseal does, byte for byte. */
public final class YamlWriter {
  private YamlWriter() {}

  /** A {@code ---} line, then the value, a newline at the end. */
  public static String document(Value value) {
    return "---\n" + JsonWriter.indented(value);
  }
}
