package dev.signet.controller.reconcile;

/** On whose behalf a Secret is written, and against whom. */
sealed interface Claim {
  /** Of the SealedSecret. */
  String uid();

  /** What an earlier object owned is the garbage collector's. */
  record BesideCollector(String uid) implements Claim {}

  /** The garbage collector had its time: what is still there has no owner but this one. */
  record AfterCollector(String uid) implements Claim {}
}
