package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.reconcile.SecretWriter.Result;
import dev.signet.controller.reconcile.SecretWriter.Write;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of objects between one handling and the next, and so whether there is anything to
 * do: not if all that the last outcome rests on is as it was. In doubt there is.
 */
final class Books {
  /**
   * How long after an object was made the garbage collector may still be taking what an earlier one
   * of its name owned. One that works needs a second; one that is overtaken does no harm. Counted
   * from a moment that every replica knows after every restart.
   */
  private static final Duration COLLECTOR = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final Memory memory;
  private final InstantSource clock;
  private final RepairPace pace = new RepairPace();
  private final Grace grace = new Grace();

  /** Made, but the status could not be written. */
  private final Set<ObjectKey> untold = ConcurrentHashMap.newKeySet();

  Books(Cluster cluster, Memory memory, InstantSource clock) {
    this.cluster = cluster;
    this.memory = memory;
    this.clock = clock;
  }

  /** What was made of this object as it is now, whatever has become of the Secret since. */
  Optional<Handled> handled(SealedSecret object) {
    return memory
        .handled(Unsealer.keyOf(object))
        .filter(handled -> Facts.isOf(handled, object))
        .or(() -> Facts.toldByStatus(object));
  }

  boolean isSettled(SealedSecret object) {
    ObjectKey key = Unsealer.keyOf(object);
    return !untold.contains(key)
        && handled(object).filter(it -> isAsLeft(key, it.secret())).isPresent();
  }

  /**
   * What was made of this object, is there, and only the status does not say so. To make it again
   * would cost the same again, and draw what templates take from chance anew each time.
   */
  Optional<Handled> untold(SealedSecret object) {
    ObjectKey key = Unsealer.keyOf(object);
    return memory
        .handled(key)
        .filter(it -> untold.contains(key) && Facts.isOf(it, object) && isAsLeft(key, it.secret()));
  }

  void told(ObjectKey key, boolean isTold) {
    if (isTold) {
      untold.remove(key);
    } else {
      untold.add(key);
    }
  }

  private boolean isAsLeft(ObjectKey key, Handled.Secret left) {
    if (cluster.hasNoSecret(key)) {
      return false;
    }
    Optional<SecretRecord> seen = cluster.record(key);
    if (seen.isEmpty()) {
      // Not watched, or not yet: a read costs less than an RSA operation.
      return isAsRead(key, left);
    }
    return seen.get().uid().equals(left.uid())
        && (seen.get().resourceVersion().equals(left.resourceVersion())
            || (memory.handled(key).isPresent() && isAsRead(key, left)));
  }

  private boolean isAsRead(ObjectKey key, Handled.Secret left) {
    Outcome<ObjectNode> answer = cluster.secrets().get(key);
    return answer
        .found()
        .map(StoredSecret::new)
        .filter(
            secret ->
                secret.uid().equals(left.uid())
                    && (secret.resourceVersion().equals(left.resourceVersion())
                        || memory.recognises(key, secret)))
        .isPresent();
  }

  Duration pauseBeforeRepair(ObjectKey key) {
    return pace.pause(key, clock.instant());
  }

  boolean isGraceGranted(SealedSecret object) {
    return grace.isGranted(Unsealer.keyOf(object), clock.instant());
  }

  Claim claim(SealedSecret object) {
    Instant now = clock.instant();
    return object.created().filter(made -> !now.isBefore(made.plus(COLLECTOR))).isPresent()
        ? new Claim.AfterCollector(object.uid())
        : new Claim.BesideCollector(object.uid());
  }

  void done(Handled handled, Result.Done done, Wanted wanted, boolean handledBefore) {
    ObjectKey key = wanted.key();
    memory.remember(handled, done.stored(), wanted);
    grace.forget(key);
    if (handledBefore && !(done.write() instanceof Write.None)) {
      pace.repaired(key, clock.instant());
    }
  }

  /** It is not, or not known to be, as it should be: what came out before counts no more. */
  void leftOpen(ObjectKey key) {
    memory.forget(key);
    untold.remove(key);
  }

  /** The same because of the Secret that is there: whatever becomes of that one may end it. */
  void blocked(ObjectKey key) {
    memory.block(key);
    untold.remove(key);
  }

  void forget(ObjectKey key) {
    memory.forget(key);
    untold.remove(key);
    pace.forget(key);
    grace.forget(key);
  }
}
