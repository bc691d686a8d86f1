package dev.signet.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program to be run to its end. */
public final class Command {
  /** How a program ended, with all that it said. */
  public record Ran(int exit, String out, String err) {}

  private static final int LIMIT_SECONDS = 120;

  private final ProcessBuilder builder;
  private byte[] input = {};

  private Command(List<String> words) {
    builder = new ProcessBuilder(words);
  }

  public static Command of(String... words) {
    return new Command(Arrays.asList(words));
  }

  public static Command of(List<String> words) {
    return new Command(words);
  }

  public Command with(String variable, String value) {
    builder.environment().put(variable, value);
    return this;
  }

  public Command in(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  public Command input(String text) {
    input = text.getBytes(UTF_8);
    return this;
  }

  /** What it wrote to its standard output; any other end than success fails the test. */
  public String out() {
    Ran ran = run();
    if (ran.exit != 0) {
      throw new AssertionError(this + " ended with " + ran.exit + ": " + ran.out + ran.err);
    }
    return ran.out;
  }

  public Ran run() {
    try {
      Process process = builder.start();
      Drain out = Drain.of(process.getInputStream());
      Drain err = Drain.of(process.getErrorStream());
      feed(process.getOutputStream());
      if (!process.waitFor(LIMIT_SECONDS, SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(this + " did not end within " + LIMIT_SECONDS + " s");
      }
      return new Ran(process.exitValue(), out.text(), err.text());
    } catch (IOException e) {
      throw new UncheckedIOException(this + " did not start", e);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  private void feed(OutputStream stdin) {
    try (stdin) {
      stdin.write(input);
    } catch (IOException e) {
      // A program may end without having read all; its exit status and its words tell more.
    }
  }

  @Override
  public String toString() {
    String words = String.join(" ", builder.command());
    return words.length() > 200 ? words.substring(0, 200) + "..." : words;
  }

  /** Reads one stream beside the other, so that neither fills up and stops the program. */
  private record Drain(Thread thread, ByteArrayOutputStream bytes) {
    static Drain of(InputStream stream) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (stream) {
                      stream.transferTo(bytes);
                    } catch (IOException e) {
                      // The program is gone; what it had said is kept.
                    }
                  });
      return new Drain(thread, bytes);
    }

    String text() throws InterruptedException {
      thread.join();
      return bytes.toString(UTF_8);
    }
  }
}
