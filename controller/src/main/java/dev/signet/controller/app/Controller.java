package dev.signet.controller.app;

import dev.signet.controller.keys.KeyKeeper;
import dev.signet.controller.keys.KeyTools;
import dev.signet.controller.keys.Keys;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.SelfReview;
import dev.signet.controller.kube.watch.Change;
import dev.signet.controller.kube.watch.Informer;
import dev.signet.controller.kube.watch.Listener;
import dev.signet.controller.log.Log;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.options.Options;
import dev.signet.controller.queue.Backoff;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Ticker;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.controller.reconcile.Cluster;
import dev.signet.controller.reconcile.Reconciling;
import dev.signet.controller.reconcile.Tools;
import dev.signet.controller.reconcile.Wakes;
import dev.signet.controller.reseal.Unlocking;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.SealingCertificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** All the parts behind the front door, made, started and stopped. */
final class Controller implements FrontDoor.Inside {
  /** Within the half minute that a Pod is given to end, and time for the rest. */
  private static final Duration LAST_WORK = Duration.ofSeconds(20);

  private final Clock clock = Clock.systemUTC();
  private final RandomSource random = RandomSource.secure();
  private final WorkQueue<ObjectKey> queue =
      new WorkQueue<>(Backoff.usual(), new Random(), Ticker.system(), ObjectKey::namespace);
  private final Settings settings;
  private final Log log;
  private final Api api;
  private final Leading leading;
  private final KeyKeeper keys;
  private final Informer<SealedSecret> sealedSecrets;
  private final Optional<Informer<SecretRecord>> secrets;
  private final Readiness readiness;
  private final Work work;
  private volatile boolean stopping;

  Controller(Options options, Place place, Metrics metrics, Log log) {
    this.log = log;
    settings = new Settings(options, place.namespace());
    api = Api.create(place, settings.client(), clock, log);
    leading = new Leading(place, settings.client(), clock, log);
    Reconciling reconciling =
        new Reconciling(
            queue,
            settings.rules(),
            new Tools(api.events(), new MeteredCounts(metrics), log, clock, random));
    Wakes wakes = reconciling.wakes();
    keys = keys(new KeyWatcher(wakes, leading, metrics));
    KeyUse keyUse = new KeyUse(() -> fingerprints(keys.keys()));
    metrics.items(keyUse::byKey);
    sealedSecrets =
        api.informers()
            .sealedSecrets(
                settings.reach(),
                options.watched().labelSelector(),
                change -> {
                  keyUse.changed(change);
                  wakes.sealedSecretChanged(change);
                });
    wakes.of(sealedSecrets);
    secrets = settings.watchesSecrets() ? Optional.of(watchSecrets(wakes)) : Optional.empty();
    readiness = new Readiness(keys, sealedSecrets, secrets, api.pulse(), settings.reach());
    work =
        new Work(
            queue, leading.only(timed(handler(reconciling), metrics)), readiness::isWorkable, log);
    new QueueMetrics(metrics).show(queue);
  }

  private KeyKeeper keys(KeyWatcher watcher) {
    return new KeyKeeper(
        api.server().secrets(),
        settings.keyPlace(),
        settings.keys(clock, random, () -> SelfReview.uid(api.server())),
        new KeyTools(api.events(), watcher, log, clock));
  }

  private Informer<SecretRecord> watchSecrets(Wakes wakes) {
    KeySecretWatch keySecrets = new KeySecretWatch(settings.keyPlace(), keys::lookAgain);
    Listener<SecretRecord> both =
        new Listener<>() {
          @Override
          public void changed(Change<SecretRecord> change) {
            keySecrets.changed(change);
            wakes.secretChanged(change);
          }

          @Override
          public void listed(Predicate<ObjectKey> isMissing) {
            wakes.secretsListed(isMissing);
          }
        };
    return api.informers().secretRecords(settings.reach(), both);
  }

  private Handler<ObjectKey> handler(Reconciling reconciling) {
    Cluster cluster =
        new Cluster(api.server().sealedSecrets(), api.server().secrets(), sealedSecrets, secrets);
    int processors = Runtime.getRuntime().availableProcessors();
    return reconciling.handler(cluster, () -> keys.keys().ring(), processors);
  }

  private static List<String> fingerprints(Keys keys) {
    return keys.all().stream().map(it -> it.key().fingerprint().text()).toList();
  }

  private static Handler<ObjectKey> timed(Handler<ObjectKey> handler, Metrics metrics) {
    return key -> {
      long began = System.nanoTime();
      try {
        return handler.handle(key);
      } finally {
        metrics.reconciled(Duration.ofNanos(System.nanoTime() - began));
      }
    };
  }

  void start() {
    api.start();
    leading.start(keys::lookAgain);
    keys.start();
    new NamespaceNotes(api.server(), log).tell(settings.reach());
    sealedSecrets.start();
    secrets.ifPresent(Informer::start);
    work.start();
  }

  /** Somebody wants a new key now. */
  void makeKey() {
    keys.makeKey();
  }

  /** Ends what is in work, and gives back what is held. */
  void stop() throws InterruptedException {
    stopping = true;
    leading.stopWaiting();
    work.stop(LAST_WORK);
    leading.close();
    sealedSecrets.close();
    secrets.ifPresent(Informer::close);
    keys.close();
    api.close();
  }

  @Override
  public Optional<String> trouble() {
    return stopping ? Optional.of("stopping") : readiness.trouble();
  }

  @Override
  public Optional<String> certificate() {
    return keys.keys().certificate().map(SealingCertificate::pem);
  }

  @Override
  public Optional<Unlocking> keys() {
    Keys now = keys.keys();
    return now.latest().map(it -> new Unlocking(now.ring(), it.key().publicKey()));
  }
}
