package dev.signet.cli.manifest;

/** An edit cannot be made. The reason names keys and no value. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  RefusedException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
