package dev.signet.controller.reconcile;

import dev.signet.controller.reconcile.Counts.Step;

/**
 * Why a SealedSecret is not synced, for people. Holds no item value: it goes into status, Event and
 * log, which more people read than may read Secrets.
 *
 * @param words upstream's, where it has some: people search for them and tools match them, so
 *     nothing is ever put before, into or after them
 * @param advice what the reader can do; may be empty
 */
record Cause(Reason reason, String words, String advice) {
  static Cause of(Reason reason, String words) {
    return new Cause(reason, words, "");
  }

  Cause advising(String text) {
    return new Cause(reason, words, text);
  }

  /** For the condition that everybody's printer columns and health checks read. */
  String status() {
    return reason.step() == Step.UNMANAGED ? "failed update: " + words : words;
  }

  String event() {
    return reason.step() == Step.UNSEAL ? "Failed to unseal: " + words : words;
  }

  /** The words and then the advice, for conditions that are ours alone and for the log. */
  String withAdvice() {
    return advice.isEmpty() ? status() : status() + ": " + advice;
  }
}
