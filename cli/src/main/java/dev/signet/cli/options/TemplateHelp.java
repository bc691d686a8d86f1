package dev.signet.cli.options;

/** The help of the commands for templates. */
public final class TemplateHelp {
  /** What the two of them are, for the help of the whole command. */
  static final String COMMANDS =
      """
      template check [-f FILE]    say what is wrong with the templates in SealedSecrets
      template render [-f FILE] [--set KEY=VALUE]...    show what they make of dummy values
      """;

  private static final String TEXT =
      """
      Usage of PROGRAM template:

        PROGRAM template check [-f FILE]
            Parses every template in spec.template.data of the SealedSecrets in FILE, offline. Prints
            functions that do not exist, and keys that neither an item nor another template
            provides, with line and column in FILE.
        PROGRAM template render [-f FILE] [--set KEY=VALUE]... [-o yaml|json]
            Prints the Secrets that FILE makes with dummy values: those given with --set, and
            dummy-KEY for all other items. Nothing is opened; no key and no cluster are needed.

      Flags:
        -f, --file FILE        what to read; standard input if not given
            --set KEY=VALUE    a value for the item KEY; may be given several times
        -o, --format FORMAT    yaml or json (default "yaml")
        -h, --help             this text

      Exit status: 0 if nothing is wrong, 1 if the file cannot be read, 2 for a wrong command line,
      3 if something was found.

      Examples:
        PROGRAM template check -f sealed.yaml
        PROGRAM template render -f sealed.yaml --set password=x
      """;

  private TemplateHelp() {}

  /** The help under the name by which the command was called. */
  public static String text(String program) {
    return TEXT.replace("PROGRAM", program);
  }
}
