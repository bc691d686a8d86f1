package dev.signet.controller.keys;

import dev.signet.controller.keys.RenewalRules.Plan;
import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Secrets;
import dev.signet.controller.queue.Backoff;
import dev.signet.crypto.Fingerprint;
import dev.signet.crypto.SealingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys as the cluster has them, and makes a new one when one is due.
 *
 * <p>One thread looks, decides and waits; it looks again when told to, and every little while
 * unasked, so nothing depends on a watch. Whatever the clock does, what is due is found by
 * comparing times, not by a timer that was set long ago.
 */
public final class KeyKeeper implements AutoCloseable {
  private static final Backoff RETRIES =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  private final KeySecrets secrets;
  private final KeyPlace place;
  private final KeySettings settings;
  private final KeyTools tools;
  private final KeyEvents keyEvents;
  private final KeyAge keyAge;
  private final Bell bell = new Bell();
  private final AtomicReference<Keys> keys;
  private final AtomicReference<Optional<String>> trouble =
      new AtomicReference<>(Optional.of("sealing keys are not read yet"));
  private final Thread thread;

  // Of the thread alone.
  private boolean cutoffSettled;
  private boolean firstNameTaken;
  private @Nullable SealingKey unstored;
  private String lastComplaint = "";
  private int failures;

  /** Not begun. */
  public KeyKeeper(Secrets secrets, KeyPlace place, KeySettings settings, KeyTools tools) {
    this.secrets = new KeySecrets(secrets, place);
    this.place = place;
    this.settings = settings;
    this.tools = tools;
    this.keyEvents = new KeyEvents(tools.events(), tools.log());
    this.keyAge = new KeyAge(settings.renewal().period(), tools);
    this.keys = new AtomicReference<>(Keys.none(settings.order()));
    this.thread = Thread.ofVirtual().name("keys").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** What there is now. */
  public Keys keys() {
    return keys.get();
  }

  /** One line on why there are no keys to serve; empty if there are. */
  public Optional<String> trouble() {
    return trouble.get();
  }

  /** A key Secret may have changed. */
  public void lookAgain() {
    bell.ring();
  }

  /** Somebody wants a new key now. */
  public void makeKey() {
    bell.ringForKey();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    tools.log().info("Searching for existing private keys");
    try {
      while (!Thread.currentThread().isInterrupted()) {
        bell.await(lookOrRetry());
      }
    } catch (InterruptedException _) {
      // The end.
    }
  }

  /** Without this thread no key would ever be renewed, and nobody would notice for weeks. */
  Duration lookOrRetry() {
    try {
      return look();
    } catch (Throwable fault) {
      // By class name alone: the message of whatever it is may quote key material.
      tools.watcher().renewalFailed();
      complain("fault while looking after keys, will retry", fault.getClass().getName());
      return retry();
    }
  }

  /** Looks once, and makes a key if one is due; answers how long nothing more is to be done. */
  Duration look() {
    return switch (secrets.read()) {
      case Outcome.Failed<List<StoredKey>>(ApiError error) -> {
        if (isKnownToBeLate()) {
          yield renewalFailed("cannot read key Secrets: " + error.message());
        }
        complain("cannot read key Secrets, will retry", error.message());
        yield retry();
      }
      case Outcome.Ok<List<StoredKey>>(List<StoredKey> found) -> {
        adopt(found);
        yield renew();
      }
    };
  }

  private void adopt(List<StoredKey> found) {
    keyEvents.tell(found);
    List<ActiveKey> usable = new ArrayList<>();
    for (StoredKey each : found) {
      if (each instanceof StoredKey.Usable(ActiveKey key, var _)) {
        usable.add(key);
      }
    }
    Keys before = keys.get();
    Keys now = before.or(Keys.of(usable, settings.order()));
    keys.set(now);
    if (!now.isEmpty()) {
      trouble.set(Optional.empty());
    }
    tools.watcher().looked(now, found.size() - usable.size());
    if (tools.watcher().mayMakeKeys()) {
      keyAge.look(now, found);
    }
    if (!fingerprints(before).containsAll(fingerprints(now))) {
      tools.watcher().keysAdded();
    }
    if (unstored != null && fingerprints(now).contains(unstored.fingerprint())) {
      // The answer to the request that stored it was lost.
      unstored = null;
      bell.keyMade();
    }
  }

  private Duration renew() {
    Instant now = tools.clock().instant();
    Plan plan = settings.renewal().plan(keys.get(), now);
    if (isDue(plan, now) && tools.watcher().mayMakeKeys()) {
      return make();
    }
    if (keys.get().isEmpty()) {
      trouble.set(Optional.of("there is no sealing key, and another replica is to make it"));
    } else {
      unstored = null;
    }
    failures = 0;
    lastComplaint = "";
    return plan instanceof Plan.MakeAt(Instant time)
        ? Bell.shorter(settings.betweenLooks(), Duration.between(now, time))
        : settings.betweenLooks();
  }

  /** Keys are read before one is made. As long as none ever was, nothing is known to be due. */
  private boolean isKnownToBeLate() {
    Instant now = tools.clock().instant();
    return !keys.get().isEmpty()
        && isDue(settings.renewal().plan(keys.get(), now), now)
        && tools.watcher().mayMakeKeys();
  }

  private boolean isDue(Plan plan, Instant now) {
    return bell.isKeyWanted() || plan instanceof Plan.MakeNow || isCutOff(now);
  }

  private boolean isCutOff(Instant now) {
    if (cutoffSettled) {
      return false;
    }
    if (!settings.renewal().cutsOff(keys.get(), now)) {
      cutoffSettled = true;
      if (settings.renewal().isCutoffInFuture(now)) {
        tools
            .log()
            .warn("--key-cutoff-time is in the future: no new key while the latest is a day young");
      }
    }
    return !cutoffSettled;
  }

  private Duration make() {
    if (unstored == null) {
      unstored = settings.generator().get();
      // That took seconds, in which another replica may have stored one: looked at again first.
      return Duration.ZERO;
    }
    SealingKey key = unstored;
    return switch (name()) {
      case Outcome.Failed<Optional<String>>(ApiError error) -> renewalFailed(error.message());
      case Outcome.Ok<Optional<String>>(Optional<String> name) -> store(key, name);
    };
  }

  /** Empty where the API server is to draw it. */
  private Outcome<Optional<String>> name() {
    return keys.get().isEmpty() && !firstNameTaken
        ? FirstName.of(place, settings.account().get(), tools.clock().instant())
        : new Outcome.Ok<>(Optional.empty());
  }

  private Duration store(SealingKey key, Optional<String> name) {
    Outcome<String> stored =
        name.map(it -> secrets.store(key, it)).orElseGet(() -> secrets.store(key));
    return switch (stored) {
      case Outcome.Failed<String>(ApiError.AlreadyExists _) when name.isPresent() -> {
        // By a key of another replica, which is there at the next look; or by what is no key.
        firstNameTaken = true;
        yield Duration.ZERO;
      }
      case Outcome.Failed<String>(ApiError error) -> renewalFailed(error.message());
      case Outcome.Ok<String>(String newName) -> {
        unstored = null;
        cutoffSettled = true;
        bell.keyMade();
        tools.log().info("New key written", "namespace", place.namespace(), "name", newName);
        tools.log().info("Certificate generated", "certificate", pem(key));
        yield Duration.ZERO;
      }
    };
  }

  /** A key is due and not there; answers when to try again. */
  private Duration renewalFailed(String why) {
    tools.watcher().renewalFailed();
    if (complain("Failed to generate new key", why)) {
      keyEvents.tellOfFailedRenewal(keys.get(), why);
    }
    return retry();
  }

  private static String pem(SealingKey key) {
    return key.certificate() == null ? "" : key.certificate().pem();
  }

  /** Says the same thing once, however often it happens in a row; answers whether it did. */
  private boolean complain(String what, String why) {
    if (keys.get().isEmpty()) {
      trouble.set(Optional.of("no sealing keys: " + why));
    }
    // Whoever stops the keeper knows why a request of it had no answer.
    boolean isNews = !lastComplaint.equals(why) && !Thread.currentThread().isInterrupted();
    if (isNews) {
      tools.log().error(what, "error", why);
      lastComplaint = why;
    }
    return isNews;
  }

  private Duration retry() {
    failures++;
    return RETRIES.after(failures, RandomGenerator.getDefault());
  }

  private static Set<Fingerprint> fingerprints(Keys keys) {
    Set<Fingerprint> fingerprints = new HashSet<>();
    keys.all().forEach(it -> fingerprints.add(it.key().fingerprint()));
    return fingerprints;
  }
}
