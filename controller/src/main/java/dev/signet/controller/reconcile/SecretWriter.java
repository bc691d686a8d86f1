package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Secrets;
import dev.signet.controller.reconcile.Action.Create;
import dev.signet.controller.reconcile.Action.Leave;
import dev.signet.controller.reconcile.Action.Merge;
import dev.signet.controller.reconcile.Action.Refuse;
import dev.signet.controller.reconcile.Action.Replace;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes the Secret as wanted: the only place that writes one. It has no rules of its own. */
final class SecretWriter {
  /** Somebody else is quicker this often: let the queue bring it back. */
  private static final int MOST_LOOKS = 5;

  private final Secrets secrets;
  private final Predicate<ObjectKey> surelyAbsent;

  sealed interface Result {
    /** The Secret is as wanted. */
    record Done(StoredSecret stored, Write write) implements Result {}

    record Refused(Cause cause) implements Result {}

    record Failed(ApiError error) implements Result {}

    /** It kept changing under our hands. */
    record Overtaken() implements Result {}
  }

  /** What was sent. */
  sealed interface Write {
    record None() implements Write {}

    record Created() implements Write {}

    record Changed(Difference difference) implements Write {}
  }

  /**
   * A writer.
   *
   * @param surelyAbsent true spares a request; it may be wrong for a moment
   */
  SecretWriter(Secrets secrets, Predicate<ObjectKey> surelyAbsent) {
    this.secrets = secrets;
    this.surelyAbsent = surelyAbsent;
  }

  /** Reads, decides, writes. */
  Result apply(Wanted wanted, Claim claim) {
    if (surelyAbsent.test(wanted.key())) {
      Result created = write(wanted, null, claim);
      if (!(created instanceof Result.Overtaken)) {
        return created;
      }
    }
    for (int look = 0; look < MOST_LOOKS; look++) {
      Result result =
          switch (secrets.get(wanted.key())) {
            case Outcome.Ok<ObjectNode>(ObjectNode tree) ->
                write(wanted, new StoredSecret(tree), claim);
            case Outcome.Failed<ObjectNode>(ApiError.NotFound _) -> write(wanted, null, claim);
            case Outcome.Failed<ObjectNode>(ApiError error) -> new Result.Failed(error);
          };
      if (!(result instanceof Result.Overtaken)) {
        return result;
      }
    }
    return new Result.Overtaken();
  }

  private Result write(Wanted wanted, @Nullable StoredSecret stored, Claim claim) {
    Action action = Decision.decide(wanted, stored == null ? null : target(wanted, stored, claim));
    if (stored == null) {
      return sent(secrets.create(SecretBody.create(wanted)), new Write.Created());
    }
    return switch (action) {
      case Create() -> throw new IllegalStateException("a Secret that is there is not created");
      case Leave() -> new Result.Done(stored, new Write.None());
      case Refuse(Cause cause) -> new Result.Refused(cause);
      case Replace() -> changed(stored, SecretBody.replace(wanted, stored));
      case Merge(boolean owners) -> changed(stored, SecretBody.merge(wanted, stored, owners));
    };
  }

  private static Target target(Wanted wanted, StoredSecret stored, Claim claim) {
    Target target = Comparison.of(wanted, stored, claim.uid());
    return switch (claim) {
      case Claim.BesideCollector(String _) -> target;
      case Claim.AfterCollector(String _) -> target.orphaned();
    };
  }

  private Result changed(StoredSecret stored, ObjectNode body) {
    return sent(secrets.replace(body), new Write.Changed(Difference.between(stored, body)));
  }

  private static Result sent(Outcome<ObjectNode> answer, Write write) {
    return switch (answer) {
      case Outcome.Ok<ObjectNode>(ObjectNode tree) ->
          new Result.Done(new StoredSecret(tree), write);
      case Outcome.Failed<ObjectNode>(ApiError.Conflict _) -> new Result.Overtaken();
      case Outcome.Failed<ObjectNode>(ApiError.AlreadyExists _) -> new Result.Overtaken();
      case Outcome.Failed<ObjectNode>(ApiError.NotFound _) -> new Result.Overtaken();
      case Outcome.Failed<ObjectNode>(ApiError error) -> new Result.Failed(error);
    };
  }
}
