package dev.signet.cli.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program that the system property {@code signet.program} names, to run cases with instead of
 * running them in process: the package, with its launcher and its runtime.
 */
record PackagedProgram(Path path) {
  private static final int LIMIT_SECONDS = 120;

  /** What came of a run. */
  record Outcome(int exit, Bytes out, Bytes err) {}

  static Optional<PackagedProgram> given() {
    return Optional.ofNullable(System.getProperty("signet.program"))
        .map(path -> new PackagedProgram(Path.of(path)));
  }

  /** Runs it with files of its own in {@code folder}; names itself plain {@code kubeseal}. */
  Outcome run(List<String> arguments, Place place, byte[] stdin, Path folder) throws IOException {
    Path in = Files.write(folder.resolve("stdin"), stdin);
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    List<String> words = new ArrayList<>();
    words.add(path.toString());
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).directory(place.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(place.env());
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + words);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    return new Outcome(process.exitValue(), plain(out), plain(err));
  }

  private Bytes plain(Path file) throws IOException {
    String text = Files.readString(file, ISO_8859_1);
    return Bytes.of(text.replace(path.toString(), "kubeseal").getBytes(ISO_8859_1));
  }
}
