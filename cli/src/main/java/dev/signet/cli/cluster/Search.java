package dev.signet.cli.cluster;

/** What came of the search for the controller. */
public sealed interface Search {
  record Found(Controller controller) implements Search {}

  record Missing(Fault fault) implements Search {}
}
