package dev.signet.crds;

/** A spec as read. */
public sealed interface SpecReading {
  record Read(Spec spec) implements SpecReading {}

  /**
   * A field that a stock API server's schema lets through, or a looser one, and that nothing can be
   * made of. Holds no value of it.
   *
   * @param field from the top, such as {@code spec.template.metadata.managedFields}
   * @param wanted what it must be, such as {@code a list}
   */
  record Malformed(String field, String wanted) implements SpecReading {
    /** For status and log. */
    public String message() {
      return "%s must be %s".formatted(field, wanted);
    }
  }
}
