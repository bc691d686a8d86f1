package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Fingerprint;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.SealingKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens objects with the keys of the moment. What has not opened does not open later by itself: as
 * long as object and keys are the same, a retry costs nothing.
 */
final class Opening {
  private final Supplier<KeyRing> keys;
  private final Unsealer unsealer;
  private final Map<ObjectKey, Failure> failures = new ConcurrentHashMap<>();

  private record Failure(Attempt of, Failed failed) {}

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

  Opening(Supplier<KeyRing> keys, Unsealer unsealer) {
    this.keys = keys;
    this.unsealer = unsealer;
  }

  Unsealing open(SealedSecret object) throws InterruptedException {
    ObjectKey key = Unsealer.keyOf(object);
    KeyRing ring = keys.get();
    Attempt attempt = Attempt.of(object, ring);
    Failure before = failures.get(key);
    if (before != null && before.of.equals(attempt)) {
      return before.failed;
    }
    Unsealing unsealing = unsealer.unseal(object, ring);
    if (unsealing instanceof Failed failed) {
      failures.put(key, new Failure(attempt, failed));
    } else {
      failures.remove(key);
    }
    return unsealing;
  }

  void forget(ObjectKey key) {
    failures.remove(key);
  }
}
