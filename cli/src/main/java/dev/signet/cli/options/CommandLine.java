package dev.signet.cli.options;

import dev.signet.cli.options.PflagReader.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A command line that has been read.
 *
 * <p>Variables come first and set the defaults; one that a flag refuses is passed over with a hint,
 * as kubeseal passes over it in silence.
 */
public sealed interface CommandLine {
  /** Lines for the standard error, to be printed in front of everything else. */
  List<String> notes();

  record Chosen(Mode mode, FlagValues flags, List<String> notes) implements CommandLine {
    public Chosen {
      notes = List.copyOf(notes);
    }
  }

  /** No mode, but a usage error. */
  record Refused(String error, List<String> notes) implements CommandLine {
    public Refused {
      notes = List.copyOf(notes);
    }
  }

  static CommandLine read(List<String> arguments, Map<String, String> env) {
    var builder = new FlagValues.Builder();
    List<String> hints = readVariables(builder, env);
    Optional<Mode.Shell> shell = completionShell(arguments);
    if (shell.isPresent()) {
      return new Chosen(new Mode.Completion(shell.get()), builder.build(List.of()), hints);
    }
    if (!arguments.isEmpty() && arguments.getFirst().equals(TemplateArguments.NAME)) {
      return templates(arguments.subList(1, arguments.size()), builder);
    }
    var reader = new PflagReader(builder, arguments);
    Outcome outcome = reader.read();
    List<String> notes = new ArrayList<>(reader.notes());
    notes.addAll(hints);
    return switch (outcome) {
      case Outcome.Fault(String text) -> new Refused(text, notes);
      case Outcome.HelpAsked() -> new Chosen(new Mode.Help(), builder.build(List.of()), notes);
      case Outcome.Read(FlagValues flags) -> new Chosen(new ModeChoice(flags).mode(), flags, notes);
    };
  }

  private static CommandLine templates(List<String> arguments, FlagValues.Builder builder) {
    try {
      Mode mode = TemplateArguments.read(arguments);
      return new Chosen(mode, builder.build(List.of()), List.of());
    } catch (TemplateArguments.UsageException e) {
      return new Refused(String.valueOf(e.getMessage()), List.of());
    }
  }

  private static List<String> readVariables(FlagValues.Builder builder, Map<String, String> env) {
    List<String> hints = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      String value = flag.variable().isEmpty() ? null : env.get(flag.variable());
      if (value == null) {
        continue;
      }
      if (ValueCheck.fault(flag.type(), value).isPresent()) {
        hints.add(
            "hint: %s is ignored: it holds no value for --%s"
                .formatted(flag.variable(), flag.flagName()));
      } else {
        builder.setFromVariable(flag.meant(), value);
      }
    }
    return hints;
  }

  /** A sub-command counts only where it cannot be a stray word of an old script. */
  private static Optional<Mode.Shell> completionShell(List<String> arguments) {
    if (arguments.size() != 2 || !arguments.getFirst().equals("completion")) {
      return Optional.empty();
    }
    for (Mode.Shell shell : Mode.Shell.values()) {
      if (shell.name().toLowerCase(Locale.ROOT).equals(arguments.getLast())) {
        return Optional.of(shell);
      }
    }
    return Optional.empty();
  }
}
