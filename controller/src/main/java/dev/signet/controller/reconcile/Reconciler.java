package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Next;
import dev.signet.controller.reconcile.SecretWriter.Result;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.util.Optional;

/**
 * One handling of one SealedSecret: a ladder, each rung of which may end it. Whatever it was woken
 * for, it looks at what is there now.
 */
final class Reconciler implements Handler<ObjectKey> {
  private final Cluster cluster;
  private final Opening opening;
  private final SecretWriter writer;
  private final Books books;
  private final Report report;

  Reconciler(Cluster cluster, Opening opening, SecretWriter writer, Books books, Report report) {
    this.cluster = cluster;
    this.opening = opening;
    this.writer = writer;
    this.books = books;
    this.report = report;
  }

  @Override
  public Next handle(ObjectKey key) throws InterruptedException {
    Optional<SealedSecret> watched = cluster.watched().get(key);
    if (watched.isEmpty()) {
      return gone(key);
    }
    if (books.isSettled(watched.get())) {
      report.settled(watched.get());
      cluster.watched().lighten(key, watched.get(), watched.get().withoutCiphertexts());
      return Next.done();
    }
    Optional<Duration> pause = opening.pause(watched.get());
    if (pause.isPresent()) {
      return Next.after(pause.get());
    }
    report.begins(key);
    return fetched(key);
  }

  private Next fetched(ObjectKey key) throws InterruptedException {
    return switch (cluster.sealedSecrets().get(key)) {
      case Outcome.Ok<SealedSecret>(SealedSecret object) -> handle(key, object);
      // The watch is about to say so, too; until it does, this may be the word of another server.
      case Outcome.Failed<SealedSecret>(ApiError.NotFound _) ->
          cluster.isWatched(key) ? Next.retry() : Next.done();
      case Outcome.Failed<SealedSecret>(ApiError error) ->
          report.hindered(key, Counts.Step.FETCH, error, error.message());
    };
  }

  private Next gone(ObjectKey key) {
    books.forget(key);
    opening.forget(key);
    return report.gone(key);
  }

  private Next handle(ObjectKey key, SealedSecret object) throws InterruptedException {
    boolean handledBefore = books.handled(object).isPresent();
    Duration pause = handledBefore ? books.pauseBeforeRepair(key) : Duration.ZERO;
    if (pause.isPositive()) {
      return Next.after(pause);
    }
    Optional<Handled> untold = books.untold(object);
    if (untold.isPresent()) {
      return ended(key, report.told(object, untold.get()));
    }
    return switch (opening.open(object)) {
      case Unsealing.Failed(Cause cause) -> leftOpen(key, report.failed(object, cause));
      case Unsealing.Opened opened -> write(object, opened, handledBefore);
      case Unsealing.Postponed(Places places) -> Next.after(opening.pause(object, places));
    };
  }

  /** Not as it should be, or not known to be. */
  private Next leftOpen(ObjectKey key, Next next) {
    books.leftOpen(key);
    return next;
  }

  private Next blocked(ObjectKey key, Next next) {
    books.blocked(key);
    return next;
  }

  private Next write(SealedSecret object, Unsealing.Opened opened, boolean handledBefore) {
    Wanted wanted = opened.wanted();
    return switch (writer.apply(wanted, books.claim(object))) {
      case Result.Done done -> done(object, opened, done, handledBefore);
      case Result.Refused(Cause cause) -> blocked(wanted.key(), refused(object, cause));
      case Result.Failed(ApiError error) -> blocked(wanted.key(), failed(object, wanted, error));
      case Result.Overtaken() -> leftOpen(wanted.key(), Next.retry());
    };
  }

  private Next done(
      SealedSecret object, Unsealing.Opened opened, Result.Done done, boolean handledBefore) {
    Handled handled = Facts.handled(object, done.stored(), opened.keys());
    books.done(handled, done, opened.wanted(), handledBefore);
    return ended(
        opened.wanted().key(), report.succeeded(object, handled, done.write(), handledBefore));
  }

  /** All is as it should be, and the status says so unless there is to be another try. */
  private Next ended(ObjectKey key, Next next) {
    books.told(key, next instanceof Next.Done);
    return next;
  }

  private Next refused(SealedSecret object, Cause cause) {
    return cause.reason() == Reason.STALE_OWNER && books.isGraceGranted(object)
        ? Next.retry()
        : report.failed(object, cause);
  }

  private Next failed(SealedSecret object, Wanted wanted, ApiError error) {
    ObjectKey key = wanted.key();
    if (error instanceof ApiError.NamespaceTerminating) {
      // Whatever is in it goes; the object itself in a moment.
      return Next.retry();
    }
    return ApiCauses.of(error, wanted)
        .map(cause -> report.failed(object, cause))
        .orElseGet(
            () -> report.hindered(key, Counts.Step.UPDATE, error, ApiCauses.words(error, wanted)));
  }
}
