package dev.signet.cli.cluster;

/** What the controller gives for one SealedSecret that is to be sealed anew. */
public sealed interface RotateAnswer {
  /** The SealedSecret under the newest key, as the controller wrote it: JSON, not looked at. */
  record Rotated(String json) implements RotateAnswer {}

  /** The controller looked and no key of its opens the SealedSecret. */
  record DoesNotOpen() implements RotateAnswer {}

  record Failed(Fault fault) implements RotateAnswer {}
}
