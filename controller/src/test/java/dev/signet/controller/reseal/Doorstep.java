package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.http.Certificate;
import dev.signet.controller.http.Gate;
import dev.signet.controller.http.Health;
import dev.signet.controller.http.HttpServer;
import dev.signet.controller.http.HttpServer.Start;
import dev.signet.controller.http.ListenAddress;
import dev.signet.controller.http.RateLimit;
import dev.signet.controller.kube.fake.Lines;
import dev.signet.controller.reseal.RecordedExchange.Reply;
import dev.signet.controller.reseal.Resealing.DeprecatedField;
import dev.signet.crypto.KeyReading;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** A server with all endpoints, the recorded keys, and a log to look into. */
final class Doorstep implements AutoCloseable {
  private static final Path KEYS =
      Path.of(System.getProperty("signet.vectors"), "controller", "keys");

  final Lines lines = new Lines();
  final AtomicReference<Optional<Unlocking>> keys = new AtomicReference<>();
  private final HttpServer server;

  /** Of these limits, on a clock that a test moves or not. */
  Doorstep(long rate, long burst, LongSupplier nanos, DeprecatedField deprecated) {
    KeyRing ring = KeyRing.of(List.of(key("key-b"), key("key-a")));
    keys.set(Optional.of(new Unlocking(ring, key("key-b").publicKey())));
    Gate gate = new Gate(Duration.ofSeconds(30));
    Resealing resealing = new Resealing(keys::get, deprecated, RandomSource.secure(), lines.log());
    HttpServer.Plan plan =
        new HttpServer.Plan(
            new ListenAddress("127.0.0.1", 0),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            List.of(
                Health.live(),
                Health.ready(Optional::empty),
                Certificate.endpoint(() -> Optional.of(text("key-b.crt"))),
                gate.post("/v1/verify", new RateLimit(rate, burst, nanos), resealing.verify()),
                gate.post("/v1/rotate", new RateLimit(rate, burst, nanos), resealing.rotate())));
    server =
        switch (HttpServer.start(plan, (path, method, code, took) -> {}, lines.log())) {
          case Start.Serving(HttpServer started) -> started;
          case Start.CannotBind(String why) -> throw new AssertionError(why);
        };
  }

  /** With limits out of the way. */
  static Doorstep open() {
    return new Doorstep(1000, 1000, System::nanoTime, DeprecatedField.ACCEPTED);
  }

  static SealingKey key(String name) {
    return switch (SealingKey.readPrivateKeys(text(name + ".key").getBytes(UTF_8))) {
      case KeyReading.Read(List<SealingKey> all) -> all.getFirst();
      case KeyReading other -> throw new AssertionError(other);
    };
  }

  static String text(String file) {
    try {
      return Files.readString(KEYS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(60_000);
    return socket;
  }

  Reply post(String path, String body, String... headers) throws IOException {
    return send(
        new RecordedExchange("", "POST", path, List.of(headers), body, Reply.NONE).request());
  }

  Reply send(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request);
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Reply.parse(answer.replace("\r\n", "\n").replaceFirst("\nConnection: close", ""));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
