package dev.signet.cli.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The real program, run as a process. */
final class Peer implements Program {
  /** Upstream has inputs on which it never ends; on all others it takes some milliseconds. */
  private static final long PATIENCE_SECONDS = 3;

  private final Path program;
  private final KeySet keys;

  private Peer(Path program, KeySet keys) {
    this.program = program;
    this.keys = keys;
  }

  /**
   * The program that {@code -Dsignet.peer} names, or none.
   *
   * @throws IllegalArgumentException if a name was given and is no program: a wrong name must not
   *     look like none
   */
  static Optional<Peer> find(KeySet keys) {
    String name = System.getProperty("signet.peer", "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path program = Path.of(name).toAbsolutePath();
    if (!Files.isExecutable(program)) {
      throw new IllegalArgumentException("signet.peer names no program: " + program);
    }
    return Optional.of(new Peer(program, keys));
  }

  @Override
  public Outcome run(Invocation invocation) {
    try (Scratch scratch = new Scratch(invocation)) {
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(scratch.args());
      Path in = Files.write(scratch.beside("in"), invocation.stdin().toArray());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(scratch.folder().toFile())
              .redirectInput(in.toFile());
      builder.environment().clear();
      builder.environment().putAll(scratch.env());
      Process process = builder.start();
      CompletableFuture<byte[]> out = all(process.getInputStream());
      CompletableFuture<byte[]> err = all(process.getErrorStream());
      int exit = exit(process);
      return scratch.outcome(exit, out.join(), err.join(), keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<byte[]> all(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return stream.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private static int exit(Process process) throws InterruptedException {
    if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return process.exitValue();
    }
    process.destroyForcibly().waitFor();
    return Outcome.NEVER;
  }
}
