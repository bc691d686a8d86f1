package dev.signet.cli.kubeconfig;

import java.util.List;

/** What the configuration says about the cluster to talk to. */
public sealed interface ClusterAccess {
  /**
   * One cluster and one user.
   *
   * @param userName for messages; empty if the user has none
   * @param files the kubeconfigs that were read, as they were named
   */
  record Usable(ClusterEntry cluster, UserEntry user, String userName, List<String> files)
      implements ClusterAccess {
    public Usable {
      files = List.copyOf(files);
    }
  }

  /** None, in client-go's words, which scripts look for. */
  record Unusable(String error) implements ClusterAccess {}
}
