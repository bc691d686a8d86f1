package dev.signet.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the commands that the reader sees, in a shell, with the packaged programs on PATH. */
final class Shell {
  private static final int SECONDS = 60;

  private final Path folder;
  private final Path programs;
  private final Screen screen;

  Shell(Path folder, Path programs, Screen screen) {
    this.folder = folder;
    this.programs = programs;
    this.screen = screen;
  }

  /** Prints the command, runs it, prints what it printed. */
  void run(String command) throws DemoException, IOException, InterruptedException {
    screen.command(command);
    screen.show(output(command));
  }

  /**
   * The lines a command printed.
   *
   * @throws DemoException if it failed or took over a minute
   */
  List<String> output(String command) throws DemoException, IOException, InterruptedException {
    Path log = folder.resolveSibling("command.log");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile());
    Map<String, String> env = builder.environment();
    env.put("PATH", programs + File.pathSeparator + env.get("PATH"));
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new DemoException("%s: no answer within %d s".formatted(command, SECONDS));
    }
    List<String> lines = Files.readAllLines(log);
    if (process.exitValue() != 0) {
      throw new DemoException(command + ": " + String.join("\n", lines));
    }
    return lines;
  }
}
