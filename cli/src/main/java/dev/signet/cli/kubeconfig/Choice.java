package dev.signet.cli.kubeconfig;

import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.ClusterOptions.Login;
import dev.signet.cli.kubeconfig.ClusterOptions.Selection;
import dev.signet.cli.kubeconfig.ClusterOptions.Server;
import dev.signet.cli.kubeconfig.ClusterOptions.Switch;
import dev.signet.cli.kubeconfig.Kubeconfig.ContextEntry;
import dev.signet.cli.kubeconfig.UserEntry.ClientCertificate;
import dev.signet.cli.kubeconfig.UserEntry.Impersonated;
import dev.signet.cli.kubeconfig.UserEntry.Password;
import dev.signet.cli.kubeconfig.UserEntry.Pem;
import dev.signet.cli.kubeconfig.UserEntry.Token;
import dev.signet.crypto.Bytes;
import java.util.Optional;

/**
 * The entries of a kubeconfig that count, with the connection flags laid over them. Nothing is
 * checked here: {@link Complaints} does that.
 */
record Choice(Kubeconfig kubeconfig, ClusterOptions options) {
  private static final Bytes NONE = Bytes.of(new byte[0]);

  /** The first entry that a flag names and no kubeconfig has. */
  Optional<String> missingEntry() {
    return isUserMissing()
        ? Optional.of("auth info \"%s\" does not exist".formatted(options.selection().user()))
        : missingPlace();
  }

  private boolean isUserMissing() {
    String user = options.selection().user();
    return isMissing(user, kubeconfig.users().containsKey(user));
  }

  /** The same, users left aside: whoever it is has no part in where. */
  Optional<String> missingPlace() {
    Selection flags = options.selection();
    if (isMissing(flags.context(), kubeconfig.contexts().containsKey(flags.context()))) {
      return Optional.of("context \"%s\" does not exist".formatted(flags.context()));
    }
    if (isMissing(flags.cluster(), kubeconfig.clusters().containsKey(flags.cluster()))) {
      return Optional.of("cluster \"%s\" does not exist".formatted(flags.cluster()));
    }
    return Optional.empty();
  }

  private static boolean isMissing(String name, boolean known) {
    return !name.isEmpty() && !known;
  }

  String contextName() {
    return either(options.selection().context(), kubeconfig.currentContext());
  }

  ContextEntry context() {
    return kubeconfig.contexts().getOrDefault(contextName(), ContextEntry.NONE);
  }

  String clusterName() {
    return either(options.selection().cluster(), context().cluster());
  }

  String userName() {
    return either(options.selection().user(), context().user());
  }

  /** Whether kubeconfig or flags say anything at all about the cluster. */
  boolean hasCluster() {
    return kubeconfig.clusters().containsKey(clusterName())
        || !options.server().equals(Server.NONE);
  }

  ClusterEntry cluster() {
    ClusterEntry entry = kubeconfig.clusters().getOrDefault(clusterName(), ClusterEntry.NONE);
    Server flags = options.server();
    return new ClusterEntry(
        either(flags.address(), entry.server()),
        either(flags.proxyUrl(), entry.proxyUrl()),
        entry.compressed() && !flags.switches().contains(Switch.DISABLE_COMPRESSION),
        trust(flags, entry.trust()),
        entry.pluginConfig());
  }

  private static ServerTrust trust(Server flags, ServerTrust entry) {
    // Another server has another name, so the kubeconfig's does not go over to it.
    String name =
        flags.tlsServerName().isEmpty() && flags.address().isEmpty()
            ? entry.serverName()
            : flags.tlsServerName();
    boolean unchecked = flags.switches().contains(Switch.INSECURE_SKIP_TLS_VERIFY);
    // Either flag about trust puts all of the kubeconfig's trust aside: a CA together with no
    // check at all is refused later, and a CA of the flags must not lose against data.
    if (unchecked || !flags.certificateAuthority().isEmpty()) {
      return new ServerTrust(flags.certificateAuthority(), NONE, name, !unchecked);
    }
    return new ServerTrust(entry.authorityFile(), entry.authorityData(), name, entry.checked());
  }

  /** Nobody, flags or not, if a flag names a user that does not exist. */
  UserEntry user() {
    if (isUserMissing()) {
      return UserEntry.NONE;
    }
    UserEntry entry = kubeconfig.users().getOrDefault(userName(), UserEntry.NONE);
    Login flags = options.login();
    return new UserEntry(
        new Token(either(flags.token(), entry.token().text()), entry.token().file()),
        new Password(
            either(flags.username(), entry.password().username()),
            either(flags.password(), entry.password().password())),
        new ClientCertificate(
            pem(flags.clientCertificate(), entry.certificate().certificate()),
            pem(flags.clientKey(), entry.certificate().key())),
        impersonated(entry.impersonated()),
        entry.source());
  }

  private Impersonated impersonated(Impersonated entry) {
    Impersonation flags = options.impersonation();
    Impersonation who = entry.who();
    return new Impersonated(
        new Impersonation(
            either(flags.user(), who.user()),
            either(flags.uid(), who.uid()),
            flags.groups().isEmpty() ? who.groups() : flags.groups()),
        entry.extra());
  }

  private static Pem pem(String flag, Pem entry) {
    return flag.isEmpty() ? entry : new Pem(flag, NONE);
  }

  private static String either(String flag, String entry) {
    return flag.isEmpty() ? entry : flag;
  }
}
