package dev.signet.cli.cluster;

import java.io.Serial;

/**
 * A configuration that leads to no connection. Never leaves the package: at its edge it becomes a
 * {@link Fault}.
 */
final class UnusableException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Fault fault;

  UnusableException(String error) {
    this(Fault.of(error));
  }

  UnusableException(Fault fault) {
    super(fault.error(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
