package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.Outcome;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Writes statuses that differ from what is there; the only place that writes one. */
final class StatusKeeper {
  private static final int MOST_TRIES = 5;

  private final Cluster cluster;
  private final InstantSource clock;

  /** The cluster's schema of the resource is from before this field, as seen at the last write. */
  private volatile boolean dropsHandled;

  enum Result {
    /** It says what it is to say. */
    WRITTEN,
    /** As it was. */
    UNCHANGED,
    /** Of an object that is no more, or another by now: it will be handled for itself. */
    MOOT,
    /** The server has none, and the watch has not said so. */
    MISSING
  }

  StatusKeeper(Cluster cluster, InstantSource clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /**
   * Makes the status say so.
   *
   * @param verdict on the object as it is then: it may have been read again
   */
  Outcome<Result> say(SealedSecret object, Function<SealedSecret, Verdict> verdict) {
    SealedSecret current = object;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Verdict said = kept(verdict.apply(current));
      Optional<ObjectNode> body = current.withStatus(said, clock.instant());
      if (body.isEmpty()) {
        return new Outcome.Ok<>(Result.UNCHANGED);
      }
      switch (cluster.sealedSecrets().replaceStatus(body.get())) {
        case Outcome.Ok<SealedSecret>(SealedSecret stored) -> {
          if (said.handled() != null) {
            dropsHandled = stored.status().handled() == null;
          }
          return new Outcome.Ok<>(Result.WRITTEN);
        }
        case Outcome.Failed<SealedSecret>(ApiError.NotFound _) -> {
          return gone(object);
        }
        case Outcome.Failed<SealedSecret>(ApiError.Conflict _) -> {
          Outcome<SealedSecret> again = cluster.sealedSecrets().get(Unsealer.keyOf(object));
          if (again instanceof Outcome.Failed<SealedSecret>(ApiError error)) {
            return error instanceof ApiError.NotFound ? gone(object) : new Outcome.Failed<>(error);
          }
          current = again.found().orElse(current);
          if (!isStill(object, current)) {
            return new Outcome.Ok<>(Result.MOOT);
          }
        }
        case Outcome.Failed<SealedSecret>(ApiError error) -> {
          return new Outcome.Failed<>(error);
        }
      }
    }
    return new Outcome.Failed<>(new ApiError.Conflict("the object keeps changing"));
  }

  private Outcome<Result> gone(SealedSecret object) {
    return new Outcome.Ok<>(
        cluster.isWatched(Unsealer.keyOf(object)) ? Result.MISSING : Result.MOOT);
  }

  /** What an older schema would only drop must not make each status differ from what is there. */
  private Verdict kept(Verdict verdict) {
    return dropsHandled
        ? new Verdict(verdict.conditions(), verdict.owned(), verdict.observedGeneration(), null)
        : verdict;
  }

  private static boolean isStill(SealedSecret object, SealedSecret current) {
    return current.uid().equals(object.uid())
        && current.generation() == object.generation()
        && Facts.scopeHash(current).equals(Facts.scopeHash(object));
  }
}
