package dev.signet.controller.app;

/** Which release this is, as the package was stamped. */
final class Version {
  private static final String NOT_STAMPED = "UNKNOWN";

  private Version() {}

  static String text() {
    String stamped = Version.class.getPackage().getImplementationVersion();
    return stamped == null ? NOT_STAMPED : stamped;
  }
}
