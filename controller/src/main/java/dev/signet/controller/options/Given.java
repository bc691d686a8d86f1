package dev.signet.controller.options;

import static dev.signet.controller.options.GoValue.quote;

/**
 * The text of a flag and where it came from, so that a fault found later names what to change.
 *
 * @param flag as it was named, which for a deprecated name is not the flag that it sets
 */
record Given(Flag flag, String text, Source source) {
  enum Source {
    COMMAND_LINE,
    ENVIRONMENT,
    /** Nobody gave it: the flag's own. */
    NOWHERE
  }

  static Given onCommandLine(Flag flag, String text) {
    return new Given(flag, text, Source.COMMAND_LINE);
  }

  static Given inEnvironment(Flag flag, String text) {
    return new Given(flag, text, Source.ENVIRONMENT);
  }

  static Given nowhere(Flag flag) {
    return new Given(flag, flag.ifNotGiven(), Source.NOWHERE);
  }

  /** That the text is a value of the flag's kind. */
  void check() throws BadValueException {
    try {
      switch (flag.kind()) {
        case BOOL -> GoValue.bool(text);
        case INT -> GoValue.integer(text);
        case FLOAT -> GoValue.decimal(text);
        case DURATION -> GoValue.duration(text);
        case STRING -> {}
      }
    } catch (BadValueException e) {
      throw invalid(e.why());
    }
  }

  /** A fault in the words of flag parsing everywhere in the Kubernetes world. */
  BadValueException invalid(String why) {
    String name =
        source == Source.ENVIRONMENT
            ? "%s environment variable".formatted(flag.variable())
            : "\"--%s\" flag".formatted(flag.text());
    return new BadValueException(
        "invalid argument %s for %s: %s".formatted(quote(text), name, why));
  }
}
