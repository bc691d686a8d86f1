package dev.signet.controller.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the API server is reached: what was found, or one line on why nothing was. */
public sealed interface ClusterAccess {
  /** Where a Pod finds what it needs. */
  Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  /**
   * The way in.
   *
   * @param from for a log line
   */
  record Found(Config config, String from) implements ClusterAccess {}

  record Missing(String why) implements ClusterAccess {}

  /** In-cluster if the environment says so, else the file that {@code KUBECONFIG} names. */
  static ClusterAccess find(Map<String, String> env, Path serviceAccount) {
    String host = env.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = env.getOrDefault("KUBERNETES_SERVICE_PORT", "");
    if (!host.isEmpty() && !port.isEmpty()) {
      return inCluster(host, port, serviceAccount);
    }
    String kubeconfig = env.getOrDefault("KUBECONFIG", "");
    return kubeconfig.isEmpty()
        ? new Missing(
            "unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and"
                + " KUBERNETES_SERVICE_PORT must be defined; outside a cluster set KUBECONFIG")
        : fromKubeconfig(kubeconfig);
  }

  /** The namespace that the controller lives in. */
  static String ownNamespace(Map<String, String> env, Path serviceAccount) {
    String named = env.getOrDefault("POD_NAMESPACE", "");
    if (!named.isEmpty()) {
      return named;
    }
    return text(serviceAccount.resolve("namespace"))
        .map(String::strip)
        .filter(namespace -> !namespace.isEmpty())
        .orElse("default");
  }

  private static ClusterAccess inCluster(String host, String port, Path serviceAccount) {
    Path token = serviceAccount.resolve("token");
    Path authority = serviceAccount.resolve("ca.crt");
    for (Path file : new Path[] {token, authority}) {
      if (text(file).isEmpty()) {
        return new Missing("unable to load in-cluster configuration, cannot read " + file);
      }
    }
    String address = host.contains(":") ? "[" + host + "]" : host;
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("https://" + address + ":" + port + "/")
            .withCaCertFile(authority.toString())
            .withOauthTokenProvider(new TokenFile(token)::token)
            .build();
    return new Found(config, "service account");
  }

  private static ClusterAccess fromKubeconfig(String kubeconfig) {
    List<Path> files =
        Arrays.stream(kubeconfig.split(File.pathSeparator))
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .filter(path -> text(path).isPresent())
            .toList();
    return switch (files.size()) {
      case 0 -> new Missing("cannot read the file that KUBECONFIG names: " + kubeconfig);
      case 1 -> fromKubeconfig(files.getFirst());
      // The first of them alone might lead to another cluster than all of them together.
      default ->
          new Missing(
              "KUBECONFIG names several files, and they are not merged: make one of them with"
                  + " \"kubectl config view --raw --flatten\" and name that");
    };
  }

  private static ClusterAccess fromKubeconfig(Path file) {
    try {
      return new Found(Config.fromKubeconfig(file.toFile()), "kubeconfig " + file);
    } catch (RuntimeException malformed) {
      // Its text may quote the file, and with it a token.
      return new Missing("the file that KUBECONFIG names is no kubeconfig: " + file);
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
