package dev.signet.cli.options;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The table of flags as picocli knows commands, for its completion. It never reads a command line:
 * its rules are not pflag's.
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

  /** With the commands for templates, whose flags are not in the table. */
  static CommandSpec withCommands(String program) {
    OptionSpec file =
        OptionSpec.builder("-f", "--file").arity("1").paramLabel("FILE").type(File.class).build();
    OptionSpec set =
        OptionSpec.builder("--set").arity("1").paramLabel("KEY=VALUE").type(String.class).build();
    OptionSpec format =
        OptionSpec.builder("-o", "--format")
            .arity("1")
            .paramLabel("FORMAT")
            .type(String.class)
            .completionCandidates(candidates(Flag.FORMAT))
            .build();
    CommandSpec templates =
        CommandSpec.create()
            .name("template")
            .addSubcommand("check", CommandSpec.create().name("check").addOption(file))
            .addSubcommand(
                "render",
                CommandSpec.create()
                    .name("render")
                    .addOption(file)
                    .addOption(set)
                    .addOption(format));
    return spec(program).addSubcommand("template", templates);
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
        OptionSpec.builder(names.toArray(String[]::new)).hidden(flag.isHidden());
    if (flag.type().isSwitch()) {
      return option.arity("0").type(boolean.class).build();
    }
    option.arity("1").paramLabel(flag.label());
    return takesFile(flag)
        ? option.type(File.class).build()
        : option.type(String.class).completionCandidates(candidates(flag)).build();
  }

  /** Whether a shell should offer files. */
  static boolean takesFile(Flag flag) {
    return switch (flag.label()) {
      case "FILE", "FILE|URL", "[KEY=]FILE", "DIR" -> true;
      default -> false;
    };
  }

  static List<String> candidates(Flag flag) {
    return switch (flag) {
      case FORMAT -> List.of("json", "yaml");
      case SCOPE -> List.of("strict", "namespace-wide", "cluster-wide");
      default -> List.of();
    };
  }
}
