package dev.signet.controller.app;

import dev.signet.controller.http.Certificate;
import dev.signet.controller.http.Endpoint;
import dev.signet.controller.http.Health;
import dev.signet.controller.http.HttpServer;
import dev.signet.controller.http.HttpServer.Plan;
import dev.signet.controller.http.HttpServer.Start;
import dev.signet.controller.http.ListenAddress;
import dev.signet.controller.http.MetricsPage;
import dev.signet.controller.log.Log;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.options.Options.ServerOptions;
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
    }
  }

  /** How opening went. */
  sealed interface Opening {
    record Open(FrontDoor door) implements Opening {}

    /** One line with the address. */
    record Blocked(String why) implements Opening {}
  }

  private FrontDoor() {}

  static Opening open(ServerOptions options, Metrics metrics, Log log) {
    FrontDoor door = new FrontDoor();
    List<Endpoint> pages =
        List.of(
            Health.live(),
            Health.ready(() -> door.inside.get().trouble()),
            Certificate.endpoint(() -> door.inside.get().certificate()));
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
