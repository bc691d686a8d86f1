package dev.signet.cli;

import dev.signet.cli.kubeconfig.ClusterOptions;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.ClusterOptions.Login;
import dev.signet.cli.kubeconfig.ClusterOptions.Selection;
import dev.signet.cli.kubeconfig.ClusterOptions.Server;
import dev.signet.cli.kubeconfig.ClusterOptions.Switch;
import dev.signet.cli.options.Flag;
import dev.signet.cli.options.FlagValues;
import java.util.EnumSet;
import java.util.Set;

/** The connection flags as the packages take them that know clusters and no flags. */
record ClusterFlags(FlagValues flags) {
  ClusterOptions options() {
    return new ClusterOptions(
        new Selection(
            text(Flag.KUBECONFIG), text(Flag.CONTEXT), text(Flag.CLUSTER), text(Flag.USER)),
        new Server(
            text(Flag.SERVER),
            text(Flag.PROXY_URL),
            text(Flag.TLS_SERVER_NAME),
            text(Flag.CERTIFICATE_AUTHORITY),
            switches()),
        new Login(
            text(Flag.TOKEN),
            text(Flag.USERNAME),
            text(Flag.PASSWORD),
            text(Flag.CLIENT_CERTIFICATE),
            text(Flag.CLIENT_KEY)),
        new Impersonation(text(Flag.AS), text(Flag.AS_UID), flags.list(Flag.AS_GROUP)),
        flags.isGiven(Flag.REQUEST_TIMEOUT) ? text(Flag.REQUEST_TIMEOUT) : "");
  }

  private Set<Switch> switches() {
    Set<Switch> switches = EnumSet.noneOf(Switch.class);
    if (flags.isOn(Flag.DISABLE_COMPRESSION)) {
      switches.add(Switch.DISABLE_COMPRESSION);
    }
    if (flags.isOn(Flag.INSECURE_SKIP_TLS_VERIFY)) {
      switches.add(Switch.INSECURE_SKIP_TLS_VERIFY);
    }
    return switches;
  }

  private String text(Flag flag) {
    return flags.text(flag);
  }
}
