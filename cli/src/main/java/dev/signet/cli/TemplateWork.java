package dev.signet.cli;

import dev.signet.cli.action.CheckTemplates;
import dev.signet.cli.action.Failure;
import dev.signet.cli.action.ManifestFormat;
import dev.signet.cli.action.RenderTemplates;
import dev.signet.cli.action.Result;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.files.Output;
import dev.signet.cli.files.Outputs;
import dev.signet.cli.options.Mode;
import dev.signet.cli.terminal.Terminal;
import java.util.Map;

/** Opens the file of a command for templates and runs it. */
final class TemplateWork {
  private static final String STANDARD_INPUT = "stdin";

  private final Terminal terminal;

  TemplateWork(Terminal terminal) {
    this.terminal = terminal;
  }

  Result check(String file) {
    return run(file, (input, output) -> new CheckTemplates(name(file)).run(input, output));
  }

  Result render(String file, Map<String, String> values, Mode.Format format) {
    ManifestFormat known = ManifestFormat.of(format.name()).orElse(ManifestFormat.YAML);
    return run(
        file, (input, output) -> new RenderTemplates(name(file), values, known).run(input, output));
  }

  private static String name(String file) {
    return file.isEmpty() ? STANDARD_INPUT : file;
  }

  private interface Action {
    Result run(byte[] input, Output output) throws FileFault;
  }

  private Result run(String file, Action action) {
    try (Output output = new Outputs(terminal).open("")) {
      Result result =
          action.run(new Inputs(terminal).read(file.isEmpty() ? "/dev/stdin" : file), output);
      if (!(result instanceof Failed)) {
        output.deliver();
      }
      return result;
    } catch (FileFault e) {
      return Failed.of(Failure.of(e));
    }
  }
}
