package dev.signet.controller.kube.event;

/** Where what happened to an object is told to whoever describes it. Never waits, never fails. */
@FunctionalInterface
public interface Events {
  void record(Subject subject, Kind kind, String reason, String message);

  enum Kind {
    NORMAL("Normal"),
    WARNING("Warning");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
