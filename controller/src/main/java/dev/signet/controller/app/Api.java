package dev.signet.controller.app;

import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.Pulse;
import dev.signet.controller.kube.event.EventRecorder;
import dev.signet.controller.kube.watch.Informers;
import dev.signet.controller.kube.watch.WatchTiming;
import dev.signet.controller.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** The way to the API server, with what keeps it open and what is told over it. */
record Api(ApiServer server, Pulse pulse, EventRecorder events, Informers informers)
    implements AutoCloseable {
  private static final Duration BETWEEN_EVENT_TRIES = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(10);

  static Api create(Place place, ClientSettings settings, Clock clock, Log log) {
    ApiServer server = new ApiServer(place.config(), settings);
    return new Api(
        server,
        new Pulse(server, QUIET),
        new EventRecorder(server, clock, BETWEEN_EVENT_TRIES, log),
        new Informers(server, WatchTiming.usual(), new Random(), log));
  }

  void start() {
    pulse.start();
    events.start();
  }

  @Override
  public void close() {
    events.close();
    pulse.close();
  }
}
