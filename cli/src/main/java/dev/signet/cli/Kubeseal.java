package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.action.Failure;
import dev.signet.cli.action.Result;
import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.cli.files.Outputs;
import dev.signet.cli.options.CommandLine;
import dev.signet.cli.options.Completion;
import dev.signet.cli.options.FlagValues;
import dev.signet.cli.options.HelpText;
import dev.signet.cli.options.Mode;
import dev.signet.cli.options.TemplateHelp;
import dev.signet.cli.terminal.Terminal;
import dev.signet.crypto.Sealer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The composition root: one run of the command, from its arguments to its exit code. */
public final class Kubeseal {
  private static final int USAGE_ERROR = 2;

  private final Terminal terminal;
  private final Clock clock;
  private final Supplier<Sealer> sealer;
  private final String program;

  /**
   * Makes a run.
   *
   * @param sealer made only for modes that seal
   * @param program the name under which the command was called, for its help
   */
  public Kubeseal(Terminal terminal, Clock clock, Supplier<Sealer> sealer, String program) {
    this.terminal = terminal;
    this.clock = clock;
    this.sealer = sealer;
    this.program = program;
  }

  /**
   * Gives the exit code: 0, 1 if it failed, 2 for a wrong command line, 3 if it found something.
   */
  public int run(List<String> arguments) {
    CommandLine line = CommandLine.read(arguments, terminal.env());
    line.notes().forEach(note -> terminal.err().print(note + "\n"));
    return switch (line) {
      case CommandLine.Refused(String error, List<String> notes) -> {
        terminal.err().print(Failure.of(error).hint("see " + program + " --help").text());
        yield USAGE_ERROR;
      }
      case CommandLine.Chosen(Mode mode, FlagValues flags, List<String> notes) ->
          run(mode, flags).report(terminal);
    };
  }

  private Result run(Mode mode, FlagValues flags) {
    return switch (mode) {
      case Mode.Version() -> print("kubeseal version: " + version() + "\n");
      case Mode.Help() -> print(new HelpText(program).text());
      case Mode.Completion(Mode.Shell shell) -> print(Completion.script(shell));
      case Mode.TemplateHelp() -> print(TemplateHelp.text(program));
      case Mode.CheckTemplates(String file) -> new TemplateWork(terminal).check(file);
      case Mode.RenderTemplates(String file, Map<String, String> values, String format) ->
          new TemplateWork(terminal).render(file, values, new Mode.Format(format, true));
      case Mode.Contradiction(String error) -> Failed.of(Failure.of(error));
      case Mode.Work work -> new Work(terminal, clock, sealer, flags).run(work);
    };
  }

  private Result print(String text) {
    try (Output output = new Outputs(terminal).open("")) {
      output.write(text);
      output.deliver();
      return new Done();
    } catch (FileFault e) {
      return Failed.of(Failure.of(e));
    }
  }

  static String version() {
    try (InputStream text = Kubeseal.class.getResourceAsStream("version.txt")) {
      return text == null ? "unknown" : new String(text.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
