package dev.signet.cli.kubeconfig;

import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
import dev.signet.cli.kubeconfig.UserEntry.Impersonated;
import dev.signet.cli.kubeconfig.UserEntry.Token;
import dev.signet.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a pod is given to talk to its own cluster.
 *
 * @param folder where the token and the certificate authority are mounted
 */
record ServiceAccount(Map<String, String> env, Path folder) {
  static final Path USUAL_FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  boolean isThere() {
    return !host().isEmpty() && !port().isEmpty() && Files.isRegularFile(folder.resolve("token"));
  }

  private String host() {
    return env.getOrDefault("KUBERNETES_SERVICE_HOST", "");
  }

  private String port() {
    return env.getOrDefault("KUBERNETES_SERVICE_PORT", "");
  }

  /** The cluster around the pod. */
  ClusterEntry cluster() {
    String host = host().contains(":") ? "[" + host() + "]" : host();
    return new ClusterEntry(
        "https://" + host + ":" + port(),
        "",
        true,
        new ServerTrust(mounted("ca.crt"), Bytes.of(new byte[0]), "", true),
        null);
  }

  private String mounted(String name) {
    Path file = folder.resolve(name);
    return Files.isReadable(file) ? file.toString() : "";
  }

  /** The pod's own user, unless a flag brings another token; flags may impersonate from there. */
  UserEntry user(ClusterOptions flags) {
    String own = flags.login().token();
    UserEntry none = UserEntry.NONE;
    return new UserEntry(
        own.isEmpty() ? new Token("", folder.resolve("token").toString()) : new Token(own, ""),
        none.password(),
        none.certificate(),
        new Impersonated(flags.impersonation(), Map.of()),
        null);
  }

  String namespace() {
    String said = env.getOrDefault("POD_NAMESPACE", "");
    if (!said.isEmpty()) {
      return said;
    }
    try {
      String mounted = Files.readString(folder.resolve("namespace")).strip();
      return mounted.isEmpty() ? "default" : mounted;
    } catch (IOException e) {
      return "default";
    }
  }
}
