package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.queue.Backoff;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * When what found no place comes again: ever later while its own namespace holds one, as a thousand
 * that come every second would be work for nothing; soon if others hold them all.
 */
final class Postponements {
  private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final RandomGenerator random;
  private final Map<ObjectKey, Postponement> all = new ConcurrentHashMap<>();

  private record Postponement(String uid, long generation, Places places, int times) {
    /** Another spec may need no place. */
    boolean isOf(SealedSecret object) {
      return uid.equals(object.uid()) && generation == object.generation();
    }
  }

  Postponements(RandomGenerator random) {
    this.random = random;
  }

  /** The pause of an object that found no place among these. */
  Duration pause(SealedSecret object, Places places) {
    boolean behindItsOwn = places.isHeldBy(object.namespace());
    Postponement so =
        all.compute(
            Unsealer.keyOf(object),
            (key, before) ->
                new Postponement(
                    object.uid(),
                    object.generation(),
                    places,
                    before != null && behindItsOwn ? before.times + 1 : 1));
    return PAUSE.after(so.times, random);
  }

  /** Of an object that would find no place now either. */
  Optional<Duration> pause(SealedSecret object) {
    return Optional.ofNullable(all.get(Unsealer.keyOf(object)))
        .filter(it -> it.isOf(object) && it.places.isHeldBy(object.namespace()))
        .map(it -> pause(object, it.places));
  }

  void forget(ObjectKey key) {
    all.remove(key);
  }
}
