package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.crypto.KeySpec;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
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
import java.util.Set;

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

  /** One argument: an empty folder, in which files are left. */
  public static void main(String[] arguments) throws IOException {
    new Rehearsal(Path.of(arguments[0])).run();
  }

  private void run() throws IOException {
    SealingKey key =
        SealingKey.generate(
            new KeySpec(2048, Duration.ofDays(1), ""), Clock.systemUTC(), RandomSource.secure());
    Files.write(folder.resolve("key.pem"), key.privateKeyPem());
    Files.writeString(folder.resolve("cert.pem"), certificate(key));
    Files.writeString(folder.resolve("secret.yaml"), SECRET);

    play(JSON, "--cert", "cert.pem");
    play(SECRET, "--cert", "cert.pem", "-o", "yaml");
    play("", "--cert", "cert.pem", "-f", "secret.yaml", "-w", "sealed.yaml");
    play("", "--cert", "cert.pem", "-f", "secret.yaml", "-w", "sealed.json");
    play(SECRET, "--cert", "cert.pem", "--merge-into", "sealed.yaml");
    play(SECRET, "--cert", "cert.pem", "--merge-into", "sealed.json");
    play("value", "--cert", "cert.pem", "--raw", "-n", "team-a", "--name", "creds");
    play("", "--recovery-unseal", "--recovery-private-key", "key.pem", "-f", "sealed.yaml");
    play("", "--cert", "cert.pem", "--fetch-cert");
    play("a: [", "--cert", "cert.pem");
    playInCluster(certificate(key));
    play("", "--no-such-flag");
    play("", "--version");
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
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            nowhere,
            new PrintStream(nowhere, true, UTF_8),
            new Place(folder, Map.of("HOME", folder.toString())),
            Set.of());
    new Kubeseal(terminal, Clock.systemUTC(), () -> new Sealer(RandomSource.secure()), "kubeseal")
        .run(List.of(arguments));
  }
}
