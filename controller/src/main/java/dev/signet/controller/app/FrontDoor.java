package dev.signet.controller.app;

import dev.signet.controller.http.Certificate;
import dev.signet.controller.http.Endpoint;
import dev.signet.controller.http.Gate;
import dev.signet.controller.http.Health;
import dev.signet.controller.http.HttpServer;
import dev.signet.controller.http.HttpServer.Plan;
import dev.signet.controller.http.HttpServer.Start;
import dev.signet.controller.http.ListenAddress;
import dev.signet.controller.http.MetricsPage;
import dev.signet.controller.http.RateLimit;
import dev.signet.controller.log.Log;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.options.Options;
import dev.signet.controller.options.Options.LimitOptions;
import dev.signet.controller.options.Options.ServerOptions;
import dev.signet.controller.options.Options.Switch;
import dev.signet.controller.reseal.Resealing;
import dev.signet.controller.reseal.Resealing.DeprecatedField;
import dev.signet.controller.reseal.Unlocking;
import dev.signet.crypto.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Both HTTP servers. They are there before anything else, so that probes have an answer while the
 * rest still looks for the API server.
 */
final class FrontDoor implements AutoCloseable {
  private final AtomicReference<Inside> inside = new AtomicReference<>(new Inside.Starting());
  private final List<HttpServer> servers = new ArrayList<>();

  /** What answers are made of. */
  interface Inside {
    /** One line on what keeps the controller from its work; empty if nothing does. */
    Optional<String> trouble();

    /** The certificate to seal with, as PEM. */
    Optional<String> certificate();

    /** To open and seal with. */
    Optional<Unlocking> keys();

    /** Before there is a controller. */
    record Starting() implements Inside {
      @Override
      public Optional<String> trouble() {
        return Optional.of("starting");
      }

      @Override
      public Optional<String> certificate() {
        return Optional.empty();
      }

      @Override
      public Optional<Unlocking> keys() {
        return Optional.empty();
      }
    }
  }

  /** How opening went. */
  sealed interface Opening {
    record Open(FrontDoor door) implements Opening {}

    /** One line with the address. */
    record Blocked(String why) implements Opening {}
  }

  private FrontDoor() {}

  static Opening open(Options all, Metrics metrics, Log log) {
    ServerOptions options = all.servers();
    FrontDoor door = new FrontDoor();
    List<Endpoint> pages = door.pages(all, log);
    Optional<String> blocked =
        door.serve(options, options.listen(), pages, metrics, log)
            .or(
                () ->
                    door.serve(
                        options,
                        options.listenMetrics(),
                        List.of(MetricsPage.endpoint(metrics::page)),
                        metrics,
                        log));
    if (blocked.isPresent()) {
      door.close();
      return new Opening.Blocked(blocked.get());
    }
    log.info("HTTP server serving", "addr", options.listen());
    log.info("HTTP metrics server serving", "addr", options.listenMetrics());
    return new Opening.Open(door);
  }

  private List<Endpoint> pages(Options options, Log log) {
    Gate gate = new Gate(options.servers().readTimeout());
    Resealing resealing =
        new Resealing(
            () -> inside.get().keys(),
            options.is(Switch.ACCEPT_DEPRECATED_DATA)
                ? DeprecatedField.ACCEPTED
                : DeprecatedField.REFUSED,
            RandomSource.secure(),
            log);
    return List.of(
        Health.live(),
        Health.ready(() -> inside.get().trouble()),
        Certificate.endpoint(() -> inside.get().certificate()),
        gate.post("/v1/verify", limit(options.limits()), resealing.verify()),
        gate.post("/v1/rotate", limit(options.limits()), resealing.rotate()));
  }

  private static RateLimit limit(LimitOptions limits) {
    return new RateLimit(limits.rate(), limits.burst(), System::nanoTime);
  }

  void lead(Inside to) {
    inside.set(to);
  }

  @Override
  public void close() {
    servers.forEach(HttpServer::close);
  }

  /** One line on why not, if it cannot be. */
  private Optional<String> serve(
      ServerOptions options, String address, List<Endpoint> endpoints, Metrics metrics, Log log) {
    Plan plan =
        new Plan(
            ListenAddress.parse(address).orElseThrow(),
            options.readTimeout(),
            options.writeTimeout(),
            endpoints);
    return switch (HttpServer.start(plan, metrics::served, log)) {
      case Start.CannotBind(String why) -> Optional.of(why);
      case Start.Serving(HttpServer server) -> {
        servers.add(server);
        yield Optional.empty();
      }
    };
  }
}
