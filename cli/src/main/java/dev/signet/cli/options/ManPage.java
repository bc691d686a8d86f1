package dev.signet.cli.options;

import java.util.Locale;

/** The manual page, in the macros of man(7): what the help says, from the same table. */
public final class ManPage {
  private static final String HEAD =
      """
      .SH NAME
      kubeseal \\- seal Kubernetes Secrets so that they can be kept in Git
      .SH SYNOPSIS
      .B kubeseal
      .RI [ flags ]
      .RI [ "<secret >sealed" ]
      .br
      .B kubeseal template
      .RB { check | render }
      .RI [ flags ]
      .br
      .B kubeseal completion
      .RB { bash | zsh | fish }
      .SH DESCRIPTION
      Reads Secrets, YAML or JSON, and writes SealedSecrets: the same objects with values that only
      the controller in the cluster can open. Sealing needs its certificate and no cluster.
      """;

  private static final String TAIL =
      """
      .SH EXIT STATUS
      .TP
      .B 0
      All that was asked for is done.
      .TP
      .B 1
      Something failed; standard error tells what. An output file is as it was.
      .TP
      .B 2
      The command line was wrong.
      .TP
      .B 3
      .B kubeseal template
      found something to mend.
      .SH SEE ALSO
      .BR kubectl (1)
      """;

  private final String version;

  public ManPage(String version) {
    this.version = version;
  }

  public String text() {
    var text = new StringBuilder();
    text.append(".TH KUBESEAL 1 \"\" \"kubeseal ").append(escaped(version));
    text.append("\" \"User Commands\"\n").append(HEAD);
    for (Group group : Group.values()) {
      text.append(".SH ").append(escaped(group.title().toUpperCase(Locale.ROOT)));
      text.append('\n');
      for (Flag flag : Flag.values()) {
        if (flag.group() == group && !flag.isHidden()) {
          text.append(entry(flag));
        }
      }
    }
    text.append(".SH ENVIRONMENT\n").append(escaped(HelpText.ABOUT_VARIABLES));
    text.append(".SH EXAMPLES\n");
    for (Examples.Example example : Examples.ALL) {
      text.append(".TP\n").append(escaped(example.purpose())).append('\n');
      text.append(".EX\n").append(escaped(example.line())).append("\n.EE\n");
    }
    return text.append(TAIL).toString();
  }

  private static String entry(Flag flag) {
    var entry = new StringBuilder(".TP\n\\fB");
    if (!flag.shorthand().isEmpty()) {
      entry.append("\\-").append(flag.shorthand()).append("\\fR, \\fB");
    }
    entry.append(escaped("--" + flag.flagName())).append("\\fR");
    if (!flag.type().isSwitch()) {
      entry.append("=\\fI").append(escaped(flag.label())).append("\\fR");
    }
    entry.append('\n').append(escaped(flag.help()));
    if (!flag.byDefault().isEmpty() && !flag.type().isSwitch()) {
      entry.append(" The default is ").append(escaped(flag.byDefault())).append('.');
    }
    return entry.append('\n').toString();
  }

  /** A minus is what is typed, not a hyphen; a dot or quote in front is no request. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
