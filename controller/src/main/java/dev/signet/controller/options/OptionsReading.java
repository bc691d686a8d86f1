package dev.signet.controller.options;

import java.util.List;

/** What the process shall do, after its arguments and environment have been read. */
public sealed interface OptionsReading {
  /**
   * Start.
   *
   * @param warnings lines for stderr
   */
  record Run(Options options, List<String> warnings) implements OptionsReading {}

  /** Print the version to stdout, exit 0. */
  record ShowVersion() implements OptionsReading {}

  /** Print this to stderr, exit 0. */
  record ShowHelp(String text) implements OptionsReading {}

  /** Print this line to stderr and exit so: 2 for a command line, 1 for a configuration. */
  record Fault(String line, int exitCode) implements OptionsReading {}
}
