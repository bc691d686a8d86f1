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
  record Fault(Kind kind, String name, int line, int column, String reason)
      implements Rendering, Parsing {
    private static final int LONGEST_REASON = 200;

    /**
     * Where and why, for status, Events and logs, which more people read than may read the values.
     * What the parser and the limits say is about the text alone. What a failed execution says is
     * kept back although it should hold no value: nothing that a template can do may prove that
     * wrong.
     */
    public String told() {
      String why =
          switch (kind) {
            case PARSE -> reason.length() > LONGEST_REASON ? cut() : reason;
            case EXEC -> "it failed; what it says may hold a value, and is not shown";
            case LIMIT -> reason;
          };
      return "template: %s:%d: %s".formatted(name, line, why);
    }

    private String cut() {
      int end = Character.isHighSurrogate(reason.charAt(LONGEST_REASON - 1)) ? 1 : 0;
      return reason.substring(0, LONGEST_REASON - end) + "...";
    }
  }

  /** What sort of fault. */
  enum Kind {
    PARSE,
    EXEC,
    LIMIT
  }
}
