package dev.signet.controller.app;

import dev.signet.controller.keys.KeyKeeper;
import dev.signet.controller.keys.KeyTools;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Pulse;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.event.EventRecorder;
import dev.signet.controller.kube.watch.Informer;
import dev.signet.controller.kube.watch.Informers;
import dev.signet.controller.kube.watch.WatchTiming;
import dev.signet.controller.log.Log;
import dev.signet.controller.options.Options;
import dev.signet.controller.queue.Backoff;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Ticker;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.controller.reconcile.Cluster;
import dev.signet.controller.reconcile.Counts;
import dev.signet.controller.reconcile.Reconciling;
import dev.signet.controller.reconcile.Tools;
import dev.signet.controller.reconcile.Wakes;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.RandomSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** All the parts of one controller, made, started and stopped. */
final class Controller {
  private static final Duration BETWEEN_EVENT_TRIES = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Pulse pulse;
  private final EventRecorder events;
  private final KeyKeeper keys;
  private final Informer<SealedSecret> sealedSecrets;
  private final Optional<Informer<SecretRecord>> secrets;
  private final Work work;

  Controller(Options options, Place place, Log log) {
    Clock clock = Clock.systemUTC();
    RandomSource random = RandomSource.secure();
    Settings settings = new Settings(options, place.namespace());
    ApiServer server = new ApiServer(place.config(), settings.client());
    pulse = new Pulse(server, QUIET);
    events = new EventRecorder(server, clock, BETWEEN_EVENT_TRIES, log);
    Counts counts = new NoCounts();
    WorkQueue<ObjectKey> queue = new WorkQueue<>(Backoff.usual(), new Random(), Ticker.system());
    Reconciling reconciling =
        new Reconciling(queue, settings.rules(), new Tools(events, counts, log, clock, random));
    Wakes wakes = reconciling.wakes();
    keys =
        new KeyKeeper(
            server.secrets(),
            settings.keyPlace(),
            settings.keys(clock, random),
            new KeyTools(events, new KeyWatcher(wakes), log, clock));
    Informers informers = new Informers(server, WatchTiming.usual(), new Random(), log);
    sealedSecrets =
        informers.sealedSecrets(
            settings.reach(), options.watched().labelSelector(), wakes::sealedSecretChanged);
    KeySecretWatch keySecrets = new KeySecretWatch(settings.keyPlace(), keys::lookAgain);
    secrets =
        settings.watchesSecrets()
            ? Optional.of(
                informers.secretRecords(
                    settings.reach(),
                    change -> {
                      keySecrets.changed(change);
                      wakes.secretChanged(change);
                    }))
            : Optional.empty();
    Cluster cluster = new Cluster(server.sealedSecrets(), server.secrets(), sealedSecrets, secrets);
    int processors = Runtime.getRuntime().availableProcessors();
    Handler<ObjectKey> handler = reconciling.handler(cluster, () -> keys.keys().ring(), processors);
    work = new Work(queue, handler, this::isWorkable, log);
  }

  void start() {
    pulse.start();
    events.start();
    keys.start();
    sealedSecrets.start();
    secrets.ifPresent(Informer::start);
    work.start();
  }

  void makeKey() {
    keys.makeKey();
  }

  void stop() throws InterruptedException {
    work.stop(Duration.ofSeconds(20));
    sealedSecrets.close();
    secrets.ifPresent(Informer::close);
    keys.close();
    events.close();
    pulse.close();
  }

  private boolean isWorkable() {
    return !keys.keys().isEmpty()
        && sealedSecrets.isSynced()
        && secrets.map(Informer::isSynced).orElse(true);
  }
}
