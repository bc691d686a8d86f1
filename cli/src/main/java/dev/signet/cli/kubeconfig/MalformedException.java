package dev.signet.cli.kubeconfig;

import java.io.Serial;

/** A kubeconfig that does not have the form it should. Never leaves the package. */
final class MalformedException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  /** The reason names fields, never values: one of them is a token. */
  MalformedException(String reason) {
    super(reason, null, false, false);
  }
}
