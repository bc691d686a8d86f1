package dev.signet.cli.options;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help: everyday flags first, examples last, no wider than {@value #WIDTH} columns. */
public final class HelpText {
  private static final int WIDTH = 100;
  private static final int NAMES = 28;

  static final String ABOUT_VARIABLES =
      """
      A variable sets what a flag is where it is not given: SEALED_SECRETS_CERT is --cert,
      SEALED_SECRETS_CONTROLLER_NAME is --controller-name; so for all flags but those of logging.
      """;

  private final String program;

  public HelpText(String program) {
    this.program = program;
  }

  public String text() {
    CommandSpec spec = PicocliModel.spec(program);
    spec.usageMessage().width(WIDTH).longOptionsMaxWidth(NAMES);
    Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    var text = new StringBuilder("Usage of " + program + ":\n");
    for (Group group : Group.values()) {
      text.append('\n').append(group.title()).append(":\n");
      text.append(section(help, spec, group));
    }
    text.append("\nCommands:\n").append(TemplateHelp.COMMANDS.indent(2));
    text.append("\nVariables:\n").append(ABOUT_VARIABLES.indent(2));
    return text.append('\n').append(Examples.text()).toString();
  }

  private static String section(Help help, CommandSpec spec, Group group) {
    List<OptionSpec> options = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (flag.group() == group) {
        options.add(spec.findOption("--" + flag.flagName()));
      }
    }
    // Measured by all options, so that the columns of all sections are the same.
    Help.Layout layout = help.createDefaultLayout(spec.options(), List.of(), help.colorScheme());
    layout.addOptions(options, help.parameterLabelRenderer());
    return PicocliModel.laidOut(layout.toString());
  }
}
