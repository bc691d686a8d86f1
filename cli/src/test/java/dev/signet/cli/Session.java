package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.cli.terminal.Terminal.Stream;
import dev.signet.cli.vectors.TestKeys;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command in process, in a folder with a certificate, {@code cert.pem}, and whatever a test
 * lays there.
 */
public record Session(Path folder, Clock clock, Set<Stream> tty, RandomSource random) {
  /** A Secret to seal. */
  public static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: creds, namespace: team-a}
      stringData: {password: hunter2}
      """;

  /** What came of a run. */
  public record Ran(int exit, String out, String err) {}

  public Session {
    tty = Set.copyOf(tty);
  }

  public static Session in(Path folder) {
    Session session = new Session(folder, Clock.systemUTC(), Set.of(), RandomSource.secure());
    session.lay("cert.pem", new TestKeys().text("rsa2048-a.crt"));
    return session;
  }

  public Session at(Clock other) {
    return new Session(folder, other, tty, random);
  }

  /** The same with a person at these streams. */
  public Session watched(Stream... streams) {
    return new Session(folder, clock, Set.of(streams), random);
  }

  public Session with(RandomSource other) {
    return new Session(folder, clock, tty, other);
  }

  public Session lay(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  public String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Seals with the folder's certificate. */
  public Ran seal(String input, String... arguments) {
    List<String> all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("--cert", "cert.pem"),
                java.util.stream.Stream.of(arguments))
            .toList();
    return run(input, all.toArray(String[]::new));
  }

  public Ran run(String input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = run(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, arguments);
    return new Ran(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  public int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
    Place place = new Place(folder, Map.of("HOME", folder.toString()));
    Terminal terminal = new Terminal(in, out, new PrintStream(err, true, UTF_8), place, tty);
    return new Kubeseal(terminal, clock, () -> new Sealer(random), "kubeseal")
        .run(List.of(arguments));
  }
}
