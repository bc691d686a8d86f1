package dev.signet.cli.kubeconfig;

import dev.signet.cli.files.Inputs;
import dev.signet.cli.kubeconfig.ClusterAccess.Unusable;
import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.KubeconfigReading.Read;
import dev.signet.cli.kubeconfig.KubeconfigReading.Unreadable;
import dev.signet.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which cluster, user and namespace a run is about: the kubeconfig with the flags on top,
 * or, where nothing is configured, the cluster that this pod runs in.
 */
public final class ClusterLookup {
  private final KubeconfigFiles files;
  private final Inputs inputs;
  private final ServiceAccount account;

  public ClusterLookup(Terminal terminal) {
    this(terminal, ServiceAccount.USUAL_FOLDER);
  }

  ClusterLookup(Terminal terminal, Path serviceAccount) {
    this.files = new KubeconfigFiles(terminal);
    this.inputs = new Inputs(terminal);
    this.account = new ServiceAccount(terminal.env(), serviceAccount);
  }

  public ClusterAccess access(ClusterOptions options) {
    return switch (files.read(options.selection().kubeconfig())) {
      case Unreadable(String error) -> new Unusable(error);
      case Read(Kubeconfig kubeconfig, List<String> names) ->
          access(new Choice(kubeconfig, options), names);
    };
  }

  private ClusterAccess access(Choice choice, List<String> names) {
    Optional<String> missing = choice.missingEntry();
    if (missing.isPresent()) {
      return new Unusable(missing.get());
    }
    List<String> complaints = Complaints.about(choice, inputs);
    if (complaints.isEmpty()) {
      return new Usable(choice.cluster(), choice.user(), choice.userName(), names);
    }
    if (isUnconfigured(complaints) && account.isThere()) {
      return new Usable(account.cluster(), account.user(choice.options()), "", List.of());
    }
    return new Unusable("invalid configuration: " + Complaints.joined(complaints));
  }

  /**
   * The namespace of the context, for objects that name none: {@code default} if a usable context
   * does not say. Empty if nothing usable is configured; why, {@link #access} tells.
   */
  public Optional<String> namespace(ClusterOptions options) {
    if (!(files.read(options.selection().kubeconfig()) instanceof Read read)) {
      return Optional.empty();
    }
    Choice choice = new Choice(read.kubeconfig(), options);
    if (choice.missingPlace().isPresent()) {
      return Optional.empty();
    }
    List<String> complaints = Complaints.about(choice, inputs);
    if (!complaints.isEmpty() && !isUnconfigured(complaints)) {
      return Optional.empty();
    }
    String said = choice.context().namespace();
    if (complaints.isEmpty() && !said.isEmpty()) {
      return Optional.of(said);
    }
    if (account.isThere()) {
      return Optional.of(account.namespace());
    }
    return complaints.isEmpty() ? Optional.of("default") : Optional.empty();
  }

  private static boolean isUnconfigured(List<String> complaints) {
    return complaints.equals(List.of(Complaints.NOTHING_CONFIGURED));
  }
}
