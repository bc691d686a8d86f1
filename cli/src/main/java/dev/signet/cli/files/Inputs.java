package dev.signet.cli.files;

import dev.signet.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** Files that are read. */
public final class Inputs {
  /** Names of the standard input, which is the caller's stream and nobody's file. */
  private static final Set<String> STANDARD_INPUT =
      Set.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

  private final Terminal terminal;

  public Inputs(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Opens a file, or the standard input under one of its names.
   *
   * @throws FileFault also for a directory, which opens and then gives no bytes
   */
  public InputStream open(String name) throws FileFault {
    if (STANDARD_INPUT.contains(name)) {
      return terminal.in();
    }
    try {
      Path path = terminal.resolve(name);
      if (Files.isDirectory(path)) {
        throw FileFault.isDirectory("read", name);
      }
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new FileFault("open", name, e);
    } catch (InvalidPathException e) {
      throw new FileFault("open", name, new IOException("invalid argument", e));
    }
  }

  /** All bytes of a file. */
  public byte[] read(String name) throws FileFault {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new FileFault("read", name, e);
    }
  }

  /** All bytes of a file that is to be written later. */
  public byte[] readForUpdate(String name) throws FileFault {
    if (Files.isDirectory(terminal.resolve(name))) {
      throw FileFault.isDirectory("open", name);
    }
    return read(name);
  }

  /** All bytes of the standard input. */
  public byte[] readStandardInput() throws FileFault {
    try {
      return terminal.in().readAllBytes();
    } catch (IOException e) {
      throw new FileFault("read", "/dev/stdin", e);
    }
  }

  /** Whether a name on the command line is that of a file. */
  public boolean isFile(String name) {
    try {
      return !name.isEmpty() && Files.isRegularFile(terminal.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
