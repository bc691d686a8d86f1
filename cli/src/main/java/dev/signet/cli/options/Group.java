package dev.signet.cli.options;

/** Part of the help that flags stand in, in the order of the help. */
public enum Group {
  EVERYDAY("Everyday"),
  MODES("Other things it does"),
  CONTROLLER("Which controller"),
  CONNECTION("Connection to the cluster, as kubectl has them"),
  LOG("Logging");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
