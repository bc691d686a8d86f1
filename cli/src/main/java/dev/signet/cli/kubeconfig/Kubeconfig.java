package dev.signet.cli.kubeconfig;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What kubeconfig files say, by name of entry. The text that is not there is empty.
 *
 * @param currentContext name of the context that counts unless a flag names another
 */
record Kubeconfig(
    String currentContext,
    Map<String, ContextEntry> contexts,
    Map<String, ClusterEntry> clusters,
    Map<String, UserEntry> users) {

  static final Kubeconfig EMPTY = new Kubeconfig("", Map.of(), Map.of(), Map.of());

  /** A pair of cluster and user, and where to work. */
  record ContextEntry(String cluster, String user, String namespace) {
    static final ContextEntry NONE = new ContextEntry("", "", "");
  }

  Kubeconfig {
    contexts = Map.copyOf(contexts);
    clusters = Map.copyOf(clusters);
    users = Map.copyOf(users);
  }

  /**
   * With a file behind this one. An entry comes whole from the first file that has its name: mixing
   * the fields of two would send the credentials of one cluster to another.
   */
  Kubeconfig before(Kubeconfig later) {
    return new Kubeconfig(
        currentContext.isEmpty() ? later.currentContext : currentContext,
        merged(contexts, later.contexts),
        merged(clusters, later.clusters),
        merged(users, later.users));
  }

  private static <T> Map<String, T> merged(Map<String, T> first, Map<String, T> later) {
    Map<String, T> both = new LinkedHashMap<>(later);
    both.putAll(first);
    return both;
  }
}
