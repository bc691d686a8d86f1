package dev.signet.controller.reconcile;

import dev.signet.crds.Condition;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a status is to say. {@code Synced} comes first and in upstream's words, for everything that
 * has read it for years; what follows is for kstatus, the rules by which Flux and others judge any
 * resource: {@code Stalled} and {@code Reconciling} are there only while they are true.
 */
final class Verdicts {
  private static final Set<String> OURS =
      Set.of(Condition.SYNCED, Condition.READY, Condition.RECONCILING, Condition.STALLED);
  private static final String UNSEALED = "Unsealed";

  private Verdicts() {}

  static Verdict success(SealedSecret object, @Nullable Handled handled) {
    return new Verdict(
        List.of(
            new Condition(Condition.SYNCED, "True", UNSEALED, null),
            new Condition(Condition.READY, "True", UNSEALED, null)),
        OURS,
        object.generation(),
        handled);
  }

  /** What was handled before stays: its keys are still the likely ones. */
  static Verdict failure(SealedSecret object, Cause cause) {
    String word = cause.reason().word();
    String third =
        switch (cause.reason().cure()) {
          case FROM_OUTSIDE -> Condition.RECONCILING;
          case CHANGE_OF_OBJECT -> Condition.STALLED;
        };
    return new Verdict(
        List.of(
            new Condition(Condition.SYNCED, "False", word, cause.status()),
            new Condition(Condition.READY, "False", word, cause.withAdvice()),
            new Condition(third, "True", word, cause.withAdvice())),
        OURS,
        object.generation(),
        object.status().handled());
  }
}
