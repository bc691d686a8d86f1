package dev.signet.cli.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import dev.signet.cli.vectors.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a certificate, {@code cert.pem}, its key, {@code key.pem}, and a Secret, {@code
 * secret.yaml}; and what is typed there.
 *
 * @param bin where {@code kubeseal} is
 * @param prefix of each command, such as one that changes the user
 */
record Shell(Path folder, Path bin, List<String> prefix) {
  private static final int LIMIT_SECONDS = 120;

  Shell {
    prefix = List.copyOf(prefix);
  }

  static Shell in(Path folder) {
    Shell shell = new Shell(folder, Path.of(System.getProperty("signet.bin")), List.of());
    TestKeys keys = new TestKeys();
    return shell
        .lay("cert.pem", keys.text("rsa2048-a.crt"))
        .lay("key.pem", keys.text("rsa2048-a.pkcs8"))
        .lay("secret.yaml", Session.SECRET);
  }

  /** The same as a user who owns nothing; who is not root runs as himself. */
  Shell asNobody(Path otherBin) {
    boolean isRoot = run("id -u").out().equals("0\n");
    List<String> nobody =
        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    return new Shell(folder, otherBin, isRoot ? nobody : List.of());
  }

  Shell lay(String name, String text) {
    return lay(name, text.getBytes(UTF_8));
  }

  Shell lay(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a line of bash with {@code kubeseal} on the path. */
  Ran run(String line) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of("bash", "-c", line));
    try {
      Path err = Files.createTempFile("err", "");
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
      builder.environment().put("HOME", folder.toString());
      builder.environment().keySet().removeIf(it -> it.matches("KUBECONFIG|SEALED_SECRETS_.*"));
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + line);
      }
      String told = Files.readString(err);
      Files.delete(err);
      return new Ran(process.exitValue(), out, told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** What a line prints that succeeds and has nothing to say. */
  String out(String line) {
    Ran ran = run(line);
    if (ran.exit() != 0 || !ran.err().isEmpty()) {
      throw new AssertionError("%s: exit %d: %s".formatted(line, ran.exit(), ran.err()));
    }
    return ran.out();
  }
}
