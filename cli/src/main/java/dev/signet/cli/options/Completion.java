package dev.signet.cli.options;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Scripts with which a shell completes the flags. */
public final class Completion {
  private static final String NAME = "kubeseal";

  private static final String FISH_COMMANDS =
      """
      complete -c kubeseal -n __fish_use_subcommand -a template -d 'Check or render templates'
      complete -c kubeseal -n '__fish_seen_subcommand_from template' -a 'check render'
      complete -c kubeseal -n '__fish_seen_subcommand_from template' -l set -x -d 'KEY=VALUE'
      """;

  private Completion() {}

  /** The script for a shell to read, complete in itself. */
  public static String script(Mode.Shell shell) {
    return switch (shell) {
      // The script of picocli sets zsh up to understand it.
      case BASH, ZSH -> AutoComplete.bash(NAME, new CommandLine(PicocliModel.withCommands(NAME)));
      case FISH -> fish();
    };
  }

  private static String fish() {
    var script = new StringBuilder(FISH_COMMANDS);
    for (Flag flag : Flag.values()) {
      if (!flag.isHidden()) {
        script.append(fish(flag)).append('\n');
      }
    }
    return script.toString();
  }

  private static String fish(Flag flag) {
    var line = new StringBuilder("complete -c " + NAME + " -l " + flag.flagName());
    if (!flag.shorthand().isEmpty()) {
      line.append(" -s ").append(flag.shorthand());
    }
    String words = String.join(" ", PicocliModel.candidates(flag));
    if (!words.isEmpty()) {
      line.append(" -x -a '").append(words).append('\'');
    } else if (!flag.type().isSwitch()) {
      line.append(PicocliModel.takesFile(flag) ? " -r -F" : " -x");
    }
    String help = flag.help().replace("\\", "\\\\").replace("'", "\\'");
    return line.append(" -d '").append(help).append('\'').toString();
  }
}
