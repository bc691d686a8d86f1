package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.event.Events;
import dev.signet.controller.kube.event.Subject;
import dev.signet.controller.queue.Next;
import dev.signet.controller.reconcile.SecretWriter.Write;
import dev.signet.crds.Condition;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Tells the outcome of a handling once, everywhere it is told: status, Event, log, metrics. */
final class Report {
  static final String UNSEALED = "Unsealed";
  static final String REPAIRED = "Repaired";
  static final String UNSEAL_FAILED = "ErrUnsealFailed";
  static final String UPDATE_FAILED = "ErrUpdateFailed";

  /** A server that asks to be left alone for longer gets no more than any failure does. */
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

  private final Optional<StatusKeeper> statuses;
  private final Optional<Departed> departed;
  private final Patience patience;
  private final Tools tools;

  /** Whose status we may not write, as has been said. */
  private final Set<ObjectKey> forbidden = ConcurrentHashMap.newKeySet();

  /**
   * A report.
   *
   * @param statuses empty if none are to be written
   * @param departed empty if the garbage collector does that
   */
  Report(
      Optional<StatusKeeper> statuses,
      Optional<Departed> departed,
      Patience patience,
      Tools tools) {
    this.statuses = statuses;
    this.departed = departed;
    this.patience = patience;
    this.tools = tools;
  }

  void begins(ObjectKey key) {
    tools.counts().handling();
    tools.log().info("Updating", "key", key);
  }

  /** There is nothing to do; but after a restart the metrics know nothing yet. */
  void settled(SealedSecret object) {
    if (statuses.isPresent()) {
      tools.counts().synced(object, true);
    }
  }

  Next gone(ObjectKey key) {
    forbidden.remove(key);
    tools.counts().handling();
    tools.counts().gone(key);
    return departed.map(it -> it.deleteSecretOf(key)).orElseGet(Next::done);
  }

  /**
   * The object is as it should be.
   *
   * @param repair it had been so before, and only the Secret was not
   */
  Next succeeded(SealedSecret object, Handled handled, Write write, boolean repair) {
    tellOfSuccess(object, write, repair);
    if (!repair) {
      tellOfUnmetWishes(object);
    }
    tools.counts().failing(Unsealer.keyOf(object), false);
    return told(object, handled);
  }

  /** The status of a success that has been told everywhere else; until it is, it may say False. */
  Next told(SealedSecret object, Handled handled) {
    boolean told = say(object, true, current -> Verdicts.success(current, handled));
    return told ? Next.done() : Next.retry();
  }

  Next failed(SealedSecret object, Cause cause) {
    ObjectKey key = Unsealer.keyOf(object);
    boolean forLong = patience.isOver(key);
    Counts counts = tools.counts();
    counts.error(cause.reason().step(), object.namespace());
    counts.failing(key, forLong);
    String reason = cause.reason().step() == Counts.Step.UNSEAL ? UNSEAL_FAILED : UPDATE_FAILED;
    event(object, Events.Kind.WARNING, reason, cause.event());
    logRetry(key, cause.withAdvice(), forLong);
    say(object, false, current -> Verdicts.failure(current, cause));
    return Next.retry();
  }

  /**
   * The API server was not to be had, which is nobody's fault here. Upstream fetches from its copy
   * in memory, which does not fail: an alert on that counter must not come of a request that works
   * the next time.
   */
  Next hindered(ObjectKey key, Counts.Step step, ApiError error, String words) {
    if (step != Counts.Step.FETCH) {
      tools.counts().error(step, key.namespace());
    } else if (patience.isOver(key)) {
      tools.counts().error(step, "");
    }
    logRetry(key, words, patience.isOver(key));
    return error instanceof ApiError.TooManyRequests(String _, Duration after) && after.isPositive()
        ? Next.after(after.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : after)
        : Next.retry();
  }

  private void logRetry(ObjectKey key, String error, boolean forLong) {
    if (forLong) {
      tools
          .log()
          .debug("Error updating, giving up", "key", key, "error", error, "retries", "go on");
    } else {
      tools.log().error("Error updating, will retry", "key", key, "error", error);
    }
  }

  private void tellOfSuccess(SealedSecret object, Write write, boolean repair) {
    if (repair && write instanceof Write.Changed(Difference difference)) {
      tellOfRepair(object, difference);
    } else if (!(write instanceof Write.None) || failedBefore(object)) {
      event(object, Events.Kind.NORMAL, UNSEALED, "SealedSecret unsealed successfully");
    }
  }

  private void tellOfUnmetWishes(SealedSecret object) {
    String wishes = String.join(",", object.unmetWishes());
    if (!wishes.isEmpty()) {
      tools
          .log()
          .warn(
              "of spec.template.metadata a Secret gets labels and annotations alone",
              "key",
              Unsealer.keyOf(object),
              "ignored",
              wishes);
    }
  }

  /** An Event says what was lost, by name; of owners and the like there is nothing to lose. */
  private void tellOfRepair(SealedSecret object, Difference difference) {
    if (difference.isEmpty()) {
      tools.log().info("Secret repaired", "key", Unsealer.keyOf(object));
      return;
    }
    event(
        object,
        Events.Kind.NORMAL,
        REPAIRED,
        "Secret was changed by others and is repaired: " + difference.text());
  }

  private static boolean failedBefore(SealedSecret object) {
    return object
        .status()
        .condition(Condition.SYNCED)
        .filter(it -> it.status().equals("False"))
        .isPresent();
  }

  private void event(SealedSecret object, Events.Kind kind, String reason, String message) {
    Subject subject = Subject.of(object);
    tools.events().record(subject, kind, reason, message);
  }

  private boolean say(
      SealedSecret object, boolean synced, Function<SealedSecret, Verdict> verdict) {
    if (statuses.isEmpty()) {
      return true;
    }
    return switch (statuses.get().say(object, verdict)) {
      case Outcome.Ok<StatusKeeper.Result>(StatusKeeper.Result result) -> {
        forbidden.remove(Unsealer.keyOf(object));
        switch (result) {
          case WRITTEN, UNCHANGED -> tools.counts().synced(object, synced);
          case MOOT, MISSING -> {}
        }
        yield result != StatusKeeper.Result.MISSING;
      }
      case Outcome.Failed<StatusKeeper.Result>(ApiError error) -> {
        untold(object, error);
        yield false;
      }
    };
  }

  /** Without the right to write it the first try says all that there is to say. */
  private void untold(SealedSecret object, ApiError error) {
    ObjectKey key = Unsealer.keyOf(object);
    tools.counts().error(Counts.Step.STATUS, object.namespace());
    if (error instanceof ApiError.Forbidden && !forbidden.add(key)) {
      return;
    }
    tools
        .log()
        .error(
            "Error updating SealedSecret status", "sealed-secret", key, "error", error.message());
  }
}
