package dev.signet.cli;

import dev.signet.cli.action.SealingRules;
import dev.signet.cli.kubeconfig.ClusterAccess;
import dev.signet.cli.kubeconfig.ClusterLookup;
import dev.signet.cli.kubeconfig.ClusterOptions;
import java.util.Optional;

/** The context of the kubeconfig, read when a namespace is missing and not before. */
record KubeContext(ClusterLookup lookup, ClusterOptions options) implements SealingRules.Context {
  private static final String NOTHING = "no configuration has been provided";

  @Override
  public Optional<String> namespace() {
    return lookup.namespace(options);
  }

  @Override
  public String complaint() {
    return switch (lookup.access(options)) {
      // What client-go advises then, to set KUBERNETES_MASTER, gives no namespace.
      case ClusterAccess.Unusable(String error) when error.contains(NOTHING) ->
          "no kubeconfig has one";
      case ClusterAccess.Unusable(String error) -> error;
      case ClusterAccess.Usable usable -> "the kubeconfig has none";
    };
  }
}
