package dev.signet.template;

/** How a rendering ended. */
public sealed interface Rendering {
  /** All of the output. */
  final class Rendered implements Rendering {
    private final byte[] output;

    Rendered(byte[] output) {
      this.output = output.clone();
    }

    public byte[] output() {
      return output.clone();
    }
  }

  /**
   * What went wrong and where. Holds no value that was handed in; the template text is not secret.
   *
   * @param name of the template
   * @param line in the template, counted from 1
   * @param column bytes since the start of the line; 0 in a {@link Kind#PARSE} fault
   */
  record Fault(Kind kind, String name, int line, int column, String reason) implements Rendering {}

  /** What sort of fault. */
  enum Kind {
    PARSE,
    EXEC,
    LIMIT
  }
}
