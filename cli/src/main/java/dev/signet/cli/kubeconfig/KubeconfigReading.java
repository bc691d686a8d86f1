package dev.signet.cli.kubeconfig;

import java.util.List;

/** What came of reading kubeconfig files. */
sealed interface KubeconfigReading {
  /**
   * All that could be read, merged.
   *
   * @param names of the files that are there, as they were given
   */
  record Read(Kubeconfig kubeconfig, List<String> names) implements KubeconfigReading {
    public Read {
      names = List.copyOf(names);
    }
  }

  record Unreadable(String error) implements KubeconfigReading {}
}
