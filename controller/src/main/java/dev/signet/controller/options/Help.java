package dev.signet.controller.options;

/** The usage text, one line a flag, in the layout of the tools around Kubernetes. */
final class Help {
  private Help() {}

  static String text() {
    int width = 0;
    for (Flag flag : Flag.values()) {
      if (!flag.isDeprecated()) {
        width = Math.max(width, left(flag).length());
      }
    }
    StringBuilder text = new StringBuilder("Usage of controller:\n");
    for (Flag flag : Flag.values()) {
      if (!flag.isDeprecated()) {
        text.append(
            ("%-" + width + "s   %s%s\n").formatted(left(flag), flag.help(), ifNotGiven(flag)));
      }
    }
    return text.append("Each flag is also read from SEALED_SECRETS_ and its name, for instance ")
        .append(Flag.KEY_RENEW_PERIOD.variable())
        .append("; durations: 90s, 1h30m, 30d.\n")
        .toString();
  }

  private static String left(Flag flag) {
    return "      --%s %s".formatted(flag.text(), flag.kind().word()).stripTrailing();
  }

  private static String ifNotGiven(Flag flag) {
    return switch (flag.kind()) {
      case BOOL -> flag.ifNotGiven().equals("true") ? " (default true)" : "";
      case STRING ->
          flag.ifNotGiven().isEmpty() ? "" : " (default \"%s\")".formatted(flag.ifNotGiven());
      case INT, FLOAT, DURATION -> " (default %s)".formatted(flag.ifNotGiven());
    };
  }
}
