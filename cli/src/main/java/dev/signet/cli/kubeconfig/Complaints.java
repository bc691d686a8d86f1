package dev.signet.cli.kubeconfig;

import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import dev.signet.cli.kubeconfig.UserEntry.ClientCertificate;
import dev.signet.cli.kubeconfig.UserEntry.Pem;
import dev.signet.cli.terminal.Quoting;
import dev.signet.cli.url.GoUrl;
import dev.signet.cli.url.MalformedUrlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All that keeps a choice from being usable, in client-go's words and order
 * (https://github.com/kubernetes/client-go/blob/v0.36.2/tools/clientcmd/validation.go).
 */
final class Complaints {
  static final String NOTHING_CONFIGURED =
      "no configuration has been provided, try setting KUBERNETES_MASTER environment variable";
  private static final String NO_SERVER = "cluster has no server defined";
  private static final Set<String> INTERACTIVE_MODES = Set.of("Never", "IfAvailable", "Always");

  private final Choice choice;
  private final Inputs inputs;
  private final List<String> found = new ArrayList<>();

  private Complaints(Choice choice, Inputs inputs) {
    this.choice = choice;
    this.inputs = inputs;
  }

  static List<String> about(Choice choice, Inputs inputs) {
    Complaints complaints = new Complaints(choice, inputs);
    complaints.aboutContext();
    complaints.aboutUser(choice.user(), choice.userName());
    complaints.aboutCluster(choice.cluster(), choice.clusterName());
    if (complaints.found.equals(List.of(NO_SERVER))) {
      return List.of(NOTHING_CONFIGURED);
    }
    return complaints.found;
  }

  /** Several as one: alone as it is, else in brackets, none twice. */
  static String joined(List<String> complaints) {
    List<String> distinct = complaints.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
  }

  private void aboutContext() {
    String name = choice.contextName();
    if (!name.isEmpty() && !choice.kubeconfig().contexts().containsKey(name)) {
      found.add("context was not found for specified context: " + name);
    }
  }

  private void aboutCluster(ClusterEntry cluster, String name) {
    if (!choice.hasCluster()) {
      found.add(NO_SERVER);
      return;
    }
    if (cluster.server().isEmpty()) {
      found.add(
          name.isEmpty()
              ? "default cluster has no server defined"
              : "no server found for cluster \"%s\"".formatted(name));
    }
    aboutProxy(cluster.proxyUrl(), name);
    ServerTrust trust = cluster.trust();
    if (!trust.authorityFile().isEmpty() && trust.authorityData().size() > 0) {
      found.add(
          "certificate-authority-data and certificate-authority are both specified for "
              + name
              + ". certificate-authority-data will override.");
    }
    mustOpen("certificate-authority", trust.authorityFile(), name);
  }

  private void aboutProxy(String url, String cluster) {
    if (url.isEmpty()) {
      return;
    }
    String shown = GoUrl.masked(url);
    String why;
    try {
      String scheme = GoUrl.parse(url).scheme();
      if (Set.of("http", "https", "socks5").contains(scheme)) {
        return;
      }
      why = "unsupported scheme \"%s\", must be http, https, or socks5".formatted(scheme);
    } catch (MalformedUrlException e) {
      why = "could not parse: " + shown;
    }
    found.add(
        "invalid 'proxy-url' %s for cluster \"%s\": %s"
            .formatted(Quoting.quote(shown), cluster, why));
  }

  private void aboutUser(UserEntry user, String name) {
    aboutCertificate(user.certificate(), name);
    if (user.source() instanceof ExecPlugin plugin) {
      aboutPlugin(plugin, name);
    }
    List<String> methods = new ArrayList<>();
    if (!user.token().text().isEmpty()) {
      methods.add("token");
    }
    if (user.password().isGiven()) {
      methods.add("basicAuth");
    }
    if (methods.size() > 1) {
      found.add(
          "more than one authentication method found for %s; found [%s], only one is allowed"
              .formatted(name, String.join(" ", methods)));
    }
    Impersonation who = user.impersonated().who();
    boolean more =
        !who.uid().isEmpty() || !who.groups().isEmpty() || !user.impersonated().extra().isEmpty();
    if (more && who.user().isEmpty()) {
      found.add(
          "requesting uid, groups or user-extra for %s without impersonating a user"
              .formatted(name));
    }
  }

  private void aboutCertificate(ClientCertificate pair, String name) {
    if (!pair.isGiven()) {
      return;
    }
    if (isTwice(pair.certificate())) {
      found.add(
          "client-cert-data and client-cert are both specified for "
              + name
              + ". client-cert-data will override.");
    }
    if (isTwice(pair.key())) {
      found.add(
          "client-key-data and client-key are both specified for "
              + name
              + "; client-key-data will override");
    }
    if (!pair.key().isGiven()) {
      found.add(
          "client-key-data or client-key must be specified for "
              + name
              + " to use the clientCert authentication method.");
    }
    mustOpen("client-cert", pair.certificate().file(), name);
    mustOpen("client-key", pair.key().file(), name);
  }

  private static boolean isTwice(Pem pem) {
    return !pem.file().isEmpty() && pem.data().size() > 0;
  }

  private void aboutPlugin(ExecPlugin plugin, String name) {
    if (plugin.program().isEmpty()) {
      found.add(lacking("command", name));
    }
    if (plugin.apiVersion().isEmpty()) {
      found.add(lacking("apiVersion", name));
    }
    if (plugin.environment().stream().anyMatch(variable -> variable.name().isEmpty())) {
      found.add(lacking("env variable name", name));
    }
    String mode = plugin.dealings().interactiveMode();
    if (mode.isEmpty()) {
      found.add(lacking("interactiveMode", name));
    } else if (!INTERACTIVE_MODES.contains(mode)) {
      found.add("invalid interactiveMode for %s: \"%s\"".formatted(name, mode));
    }
  }

  private static String lacking(String what, String name) {
    return "%s must be specified for %s to use exec authentication plugin".formatted(what, name);
  }

  private void mustOpen(String what, String file, String name) {
    if (file.isEmpty()) {
      return;
    }
    try {
      inputs.read(file);
    } catch (FileFault e) {
      found.add(
          "unable to read %s %s for %s due to %s".formatted(what, file, name, e.getMessage()));
    }
  }
}
