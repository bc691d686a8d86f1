package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.crypto.KeySpec;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.SealingKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs most modes once while the JVM watches: what it learns becomes the cache with which the
 * packaged command starts. Only the build calls this.
 */
final class Rehearsal {
  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: creds
        namespace: team-a
        labels: {app: shop}
      data:
        user: YWxpY2U=
      stringData:
        password: "0123"
      """;

  private static final String JSON =
      """
      {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "creds", "namespace": "team-a"},
       "data": {"user": "YWxpY2U="}}
      """;

  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /**
   * Two arguments: a folder, and what is played there. First {@code keys}, which leaves files for
   * the others; it is no part of a play, as every class in a cache is loaded at each start.
   */
  public static void main(String[] arguments) throws IOException {
    Rehearsal rehearsal = new Rehearsal(Path.of(arguments[0]));
    switch (arguments[1]) {
      case "keys" -> rehearsal.prepare();
      case "seal" -> rehearsal.seal();
      case "all" -> rehearsal.all();
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  private void prepare() throws IOException {
    SealingKey key =
        SealingKey.generate(
            new KeySpec(2048, Duration.ofDays(1), ""), Clock.systemUTC(), RandomSource.secure());
    Files.write(folder.resolve("key.pem"), key.privateKeyPem());
    Files.writeString(folder.resolve("cert.pem"), certificate(key));
    Files.writeString(folder.resolve("secret.yaml"), SECRET);
  }

  /** What is done many times a day, and by hooks: nothing that needs more classes than it must. */
  private void seal() {
    play(JSON, "--cert", "cert.pem");
    play(SECRET, "--cert", "cert.pem", "-o", "yaml");
    play("", "--cert", "cert.pem", "-f", "secret.yaml", "-w", "sealed.yaml");
    play("", "--cert", "cert.pem", "-f", "secret.yaml", "-w", "sealed.json");
    play("value", "--cert", "cert.pem", "--raw", "-n", "team-a", "--name", "creds");
    play("a: [", "--cert", "cert.pem");
    play("", "--no-such-flag");
    int _ =
        Main.run(
            List.of("--version"), new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    play(SECRET + "---\n" + SECRET, "--cert", "cert.pem");
  }

  private void all() throws IOException {
    seal();
    play(SECRET, "--cert", "cert.pem", "--merge-into", "sealed.yaml");
    play(SECRET, "--cert", "cert.pem", "--merge-into", "sealed.json");
    play("", "--recovery-unseal", "--recovery-private-key", "key.pem", "-f", "sealed.yaml");
    play("", "--cert", "cert.pem", "--fetch-cert");
    play("", "--help");
    playInCluster(Files.readString(folder.resolve("cert.pem")));
  }

  private void playInCluster(String certificate) throws IOException {
    try (RehearsedServer server = new RehearsedServer(certificate)) {
      play("", "--fetch-cert", "--server", server.address());
      play("", "--validate", "-f", "sealed.yaml", "--server", server.address());
      play("", "--fetch-cert", "--cert", server.address() + "/proxy/cert.pem");
    }
  }

  private static String certificate(SealingKey key) {
    if (key.certificate() == null) {
      throw new IllegalStateException("a generated key has a certificate");
    }
    return key.certificate().pem();
  }

  private void play(String input, String... arguments) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Terminal real = Main.terminal(new PrintStream(nowhere, true, UTF_8));
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            nowhere,
            real.err(),
            new Place(folder, Map.of("HOME", folder.toString())),
            real.tty());
    int _ = Main.kubeseal(terminal).run(List.of(arguments));
  }
}
