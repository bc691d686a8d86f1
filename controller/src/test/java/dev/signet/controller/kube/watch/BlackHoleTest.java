package dev.signet.controller.kube.watch;

import static dev.signet.controller.kube.fake.Wait.until;
import static dev.signet.controller.kube.watch.Watched.key;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.Pulse;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.fake.BlackHole;
import dev.signet.controller.kube.fake.FakeApi.Breakage;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Connections that stay open and forward nothing. Times are cut short: an answer within 0.5 s
 * instead of 15, a question after 0.3 s of silence instead of 10, watches of 30 s that must not
 * matter.
 */
@Timeout(60)
final class BlackHoleTest {
  private static final Duration QUIET = Duration.ofMillis(300);

  @Test
  void a_lost_way_is_noticed_and_a_new_one_is_used_as_soon_as_there_is_one() {
    try (Watched watched = new Watched();
        BlackHole way = new BlackHole(watched.api.port())) {
      ApiServer server = Watched.server(way.url());
      WatchTiming longWatches =
          new WatchTiming(
              Duration.ofSeconds(30),
              Duration.ofSeconds(30),
              Duration.ofSeconds(8),
              Duration.ofMillis(100),
              Watched.QUICK.pauses());
      Informers informers = new Informers(server, longWatches, new Random(1), watched.lines.log());
      try (Pulse pulse = new Pulse(server, QUIET);
          Informer<SealedSecret> informer =
              informers.sealedSecrets(new Reach.Everywhere(), "", change -> {})) {
        pulse.start();
        informer.start();
        until("the list", informer::isSynced);
        watched.seal("a", "one");
        until("the watch", () -> informer.get(key("a", "one")).isPresent());
        assertTrue(pulse.trouble().isEmpty());

        way.lose();
        watched.seal("a", "meanwhile");
        until("the trouble", Duration.ofSeconds(5), () -> pulse.trouble().isPresent());
        assertTrue(
            pulse.trouble().orElseThrow().startsWith("nothing heard from the API server for"));

        way.restore();
        until("news", Duration.ofSeconds(5), () -> informer.get(key("a", "meanwhile")).isPresent());
        assertTrue(pulse.trouble().isEmpty());
      }
    }
  }

  @Test
  void a_list_that_was_begun_on_a_lost_way_is_not_waited_for() {
    try (Watched watched = new Watched();
        BlackHole way = new BlackHole(watched.api.port())) {
      ApiServer server = Watched.server(way.url(), Duration.ofMinutes(1));
      Informers informers =
          new Informers(server, Watched.QUICK, new Random(1), watched.lines.log());
      way.lose();
      try (Pulse pulse = new Pulse(server, QUIET);
          Informer<SealedSecret> informer =
              informers.sealedSecrets(new Reach.Everywhere(), "", change -> {})) {
        pulse.start();
        informer.start();
        until("the trouble", () -> pulse.trouble().isPresent());
        way.restore();
        until("the list", Duration.ofSeconds(5), informer::isSynced);
      }
    }
  }

  @Test
  void one_watch_that_went_silent_while_all_else_is_well_is_given_up_in_time() {
    try (Watched watched = new Watched();
        Informer<SealedSecret> informer =
            watched.informers.sealedSecrets(new Reach.Everywhere(), "", change -> {})) {
      informer.start();
      until("the list", informer::isSynced);
      watched.api.breakWatches(Breakage.SILENCE);
      watched.seal("a", "one");
      until("news", Duration.ofSeconds(3), () -> informer.get(key("a", "one")).isPresent());
    }
  }

  @Test
  void the_usual_times_are_below_a_minute() {
    WatchTiming usual = WatchTiming.usual();
    assertTrue(
        usual.longest().plus(usual.grace()).compareTo(Duration.ofSeconds(55)) < 0,
        "a reconnection must fit, too");
  }
}
