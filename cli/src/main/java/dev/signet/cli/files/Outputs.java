package dev.signet.cli.files;

import dev.signet.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** Files that are written. */
public final class Outputs {
  private static final Set<String> STANDARD_OUTPUT =
      Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private final Terminal terminal;

  public Outputs(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Opens what {@code -w} names; empty is the standard output. A file is replaced as a whole; a
   * device or a pipe is written to, as replacing it would take it from everybody else.
   */
  public Output open(String name) throws FileFault {
    if (name.isEmpty() || STANDARD_OUTPUT.contains(name)) {
      return new StreamOutput("/dev/stdout", terminal.out());
    }
    try {
      Path path = terminal.resolve(name);
      boolean isDevice =
          Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
      return isDevice
          ? new StreamOutput(name, Files.newOutputStream(path))
          : Replacement.open(name, path);
    } catch (IOException e) {
      throw new FileFault("open", name, e);
    } catch (InvalidPathException e) {
      throw new FileFault("open", name, new IOException("invalid argument", e));
    }
  }
}
