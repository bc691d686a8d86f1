package dev.signet.cli.options;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The table of flags as picocli knows commands, for its help and its completion. It never reads a
 * command line: its rules are not pflag's.
 */
final class PicocliModel {
  private PicocliModel() {}

  static CommandSpec spec(String program) {
    CommandSpec spec = CommandSpec.create().name(program);
    for (Flag flag : Flag.values()) {
      spec.addOption(option(flag));
    }
    return spec;
  }

  private static OptionSpec option(Flag flag) {
    List<String> names = new ArrayList<>();
    if (!flag.shorthand().isEmpty()) {
      names.add("-" + flag.shorthand());
    }
    if (flag == Flag.HELP) {
      names.add("-h");
    }
    names.add("--" + flag.flagName());
    OptionSpec.Builder option =
        OptionSpec.builder(names.toArray(String[]::new))
            .description(description(flag))
            .hidden(flag.isHidden());
    return flag.type().isSwitch()
        ? option.arity("0").type(boolean.class).build()
        : option
            .arity("1")
            .type(String.class)
            .paramLabel(flag.label())
            .completionCandidates(candidates(flag))
            .build();
  }

  private static String description(Flag flag) {
    // A percent sign would be a format of picocli's.
    String help = flag.help().replace("%", "%%");
    boolean shown = !flag.byDefault().isEmpty() && !flag.type().isSwitch();
    String quoted =
        flag.type() == FlagType.TEXT ? "\"" + flag.byDefault() + "\"" : flag.byDefault();
    return shown ? help + " (default " + quoted + ")" : help;
  }

  static List<String> candidates(Flag flag) {
    return switch (flag) {
      case FORMAT -> List.of("json", "yaml");
      case SCOPE -> List.of("strict", "namespace-wide", "cluster-wide");
      default -> List.of();
    };
  }
}
