package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.controller.reconcile.Unsealing.Postponed;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Fingerprint;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.SealingKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens objects with the keys of the moment. What has not opened does not open later by itself: as
 * long as object and keys are the same, a retry costs nothing. A template may fail by the clock, by
 * chance, or because the machine was busy, so it gets another try now and then.
 */
final class Opening {
  private static final Duration UNTIL_NEXT_RENDERING = Duration.ofHours(1);

  private final Supplier<KeyRing> keys;
  private final Unsealer unsealer;
  private final Postponements postponements;
  private final InstantSource clock;
  private final Map<ObjectKey, Failure> failures = new ConcurrentHashMap<>();

  private record Failure(Attempt of, Failed failed, Instant at) {
    boolean lasts(Instant now) {
      return failed.cause().reason() != Reason.TEMPLATE_FAILED
          || now.isBefore(at.plus(UNTIL_NEXT_RENDERING));
    }
  }

  /** All that the outcome depends on. */
  private record Attempt(String uid, long generation, String scope, Set<Fingerprint> keys) {
    static Attempt of(SealedSecret object, KeyRing ring) {
      return new Attempt(
          object.uid(),
          object.generation(),
          Facts.scopeHash(object),
          ring.keys().stream().map(SealingKey::fingerprint).collect(Collectors.toSet()));
    }
  }

  Opening(
      Supplier<KeyRing> keys, Unsealer unsealer, Postponements postponements, InstantSource clock) {
    this.keys = keys;
    this.unsealer = unsealer;
    this.postponements = postponements;
    this.clock = clock;
  }

  Unsealing open(SealedSecret object) throws InterruptedException {
    ObjectKey key = Unsealer.keyOf(object);
    KeyRing ring = keys.get();
    Attempt attempt = Attempt.of(object, ring);
    Failure before = failures.get(key);
    if (before != null && before.of.equals(attempt) && before.lasts(clock.instant())) {
      return before.failed;
    }
    Unsealing unsealing = unsealer.unseal(object, ring);
    switch (unsealing) {
      case Failed failed -> failures.put(key, new Failure(attempt, failed, clock.instant()));
      case Opened _, Postponed _ -> failures.remove(key);
    }
    if (!(unsealing instanceof Postponed)) {
      postponements.forget(key);
    }
    return unsealing;
  }

  /** How long an object waits that needs one of these places and found none. */
  Duration pause(SealedSecret object, Places places) {
    return postponements.pause(object, places);
  }

  /** The same of one, as far as it is known, that came again too early; empty if it may try. */
  Optional<Duration> pause(SealedSecret watched) {
    return postponements.pause(watched);
  }

  void forget(ObjectKey key) {
    failures.remove(key);
    postponements.forget(key);
  }
}
