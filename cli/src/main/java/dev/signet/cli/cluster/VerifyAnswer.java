package dev.signet.cli.cluster;

/** What the controller says about one SealedSecret. */
public sealed interface VerifyAnswer {
  record Opens() implements VerifyAnswer {}

  /** The controller looked and no key of its opens the SealedSecret. */
  record DoesNotOpen() implements VerifyAnswer {}

  record Failed(Fault fault) implements VerifyAnswer {}
}
