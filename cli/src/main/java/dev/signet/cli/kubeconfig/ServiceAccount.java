package dev.signet.cli.kubeconfig;

import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
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

  /** The cluster around the pod, with those flags on top that make sense there. */
  ClusterEntry cluster(ClusterOptions.Server flags) {
    String authority =
        flags.certificateAuthority().isEmpty() ? mounted("ca.crt") : flags.certificateAuthority();
    String host = host().contains(":") ? "[" + host() + "]" : host();
    return new ClusterEntry(
        flags.address().isEmpty() ? "https://" + host + ":" + port() : flags.address(),
        "",
        true,
        new ServerTrust(authority, Bytes.of(new byte[0]), "", true),
        null);
  }

  private String mounted(String name) {
    Path file = folder.resolve(name);
    return Files.isReadable(file) ? file.toString() : "";
  }

  UserEntry user(ClusterOptions.Login flags) {
    Token token =
        flags.token().isEmpty()
            ? new Token("", folder.resolve("token").toString())
            : new Token(flags.token(), "");
    UserEntry none = UserEntry.NONE;
    return new UserEntry(token, none.password(), none.certificate(), none.impersonated(), null);
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
