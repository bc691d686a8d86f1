package dev.signet.controller.reseal;

import java.io.Serial;

/** The body holds no SealedSecret. What it says is for the sender and quotes nothing. */
final class NoManifestException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String why;

  NoManifestException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  static NoManifestException neither() {
    return new NoManifestException("neither JSON nor YAML");
  }

  String why() {
    return why;
  }
}
