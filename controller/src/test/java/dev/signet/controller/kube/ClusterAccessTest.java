package dev.signet.controller.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterAccessTest {
  private static final Map<String, String> POD =
      Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1", "KUBERNETES_SERVICE_PORT", "443");

  @TempDir private Path folder;

  @Test
  @Tag("C-35")
  void a_pod_finds_address_token_and_authority() throws IOException {
    serviceAccount();
    Config config = found(ClusterAccess.find(POD, folder));
    assertEquals("https://10.0.0.1:443/", config.getMasterUrl());
    assertEquals("the-token", config.getOauthTokenProvider().getToken());
    assertEquals(folder.resolve("ca.crt").toString(), config.getCaCertFile());
  }

  @Test
  void an_address_of_ip_version_6_is_put_in_brackets() throws IOException {
    serviceAccount();
    Map<String, String> env =
        Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443");
    assertEquals("https://[fd00::1]:6443/", found(ClusterAccess.find(env, folder)).getMasterUrl());
  }

  @Test
  @Tag("C-35")
  void the_pods_own_way_goes_before_a_kubeconfig() throws IOException {
    serviceAccount();
    Map<String, String> env =
        Map.of(
            "KUBERNETES_SERVICE_HOST", "10.0.0.1",
            "KUBERNETES_SERVICE_PORT", "443",
            "KUBECONFIG", kubeconfig().toString());
    assertEquals("https://10.0.0.1:443/", found(ClusterAccess.find(env, folder)).getMasterUrl());
  }

  @Test
  @Tag("C-35")
  void outside_a_cluster_the_kubeconfig_counts() throws IOException {
    Map<String, String> env = Map.of("KUBECONFIG", "/nowhere/at-all:" + kubeconfig());
    Config config = found(ClusterAccess.find(env, folder.resolve("none")));
    assertEquals("https://example.com:6443/", config.getMasterUrl());
  }

  @Test
  @Tag("C-35")
  void what_is_missing_is_said_in_one_line_without_a_secret() throws IOException {
    assertEquals(
        "unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and"
            + " KUBERNETES_SERVICE_PORT must be defined; outside a cluster set KUBECONFIG",
        missing(ClusterAccess.find(Map.of(), folder)));
    assertEquals(
        "unable to load in-cluster configuration, cannot read " + folder.resolve("token"),
        missing(ClusterAccess.find(POD, folder)));
    assertEquals(
        "cannot read the file that KUBECONFIG names: /nowhere",
        missing(ClusterAccess.find(Map.of("KUBECONFIG", "/nowhere"), folder)));
    Path broken = folder.resolve("broken");
    Files.writeString(broken, "users: [{token: the-token\n");
    String why = missing(ClusterAccess.find(Map.of("KUBECONFIG", broken.toString()), folder));
    assertFalse(why.contains("the-token"), why);
    assertTrue(why.endsWith("is no kubeconfig: " + broken), why);
  }

  @Test
  @Tag("C-35")
  void of_several_files_one_must_be_made_first() throws IOException {
    String one = kubeconfig().toString();
    Path other = Files.copy(kubeconfig(), folder.resolve("other"));
    assertEquals(
        "KUBECONFIG names several files, and they are not merged: make one of them with \"kubectl"
            + " config view --raw --flatten\" and name that",
        missing(ClusterAccess.find(Map.of("KUBECONFIG", one + ":" + other), folder)));
    assertEquals(
        "https://example.com:6443/",
        found(ClusterAccess.find(Map.of("KUBECONFIG", "/nowhere::" + one), folder)).getMasterUrl());
  }

  @Test
  @Tag("C-34")
  void the_own_namespace_is_told_or_found_or_default() throws IOException {
    assertEquals("default", ClusterAccess.ownNamespace(Map.of(), folder));
    Files.writeString(folder.resolve("namespace"), " kube-system\n");
    assertEquals("kube-system", ClusterAccess.ownNamespace(Map.of(), folder));
    assertEquals("kube-system", ClusterAccess.ownNamespace(Map.of("POD_NAMESPACE", ""), folder));
    assertEquals("mine", ClusterAccess.ownNamespace(Map.of("POD_NAMESPACE", "mine"), folder));
  }

  private void serviceAccount() throws IOException {
    Files.writeString(folder.resolve("token"), "the-token\n");
    Files.writeString(folder.resolve("ca.crt"), "PEM");
  }

  private Path kubeconfig() throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts: [{name: here, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "https://example.com:6443"}}]
        users: [{name: u, user: {token: the-token}}]
        """);
  }

  private static Config found(ClusterAccess access) {
    return switch (access) {
      case ClusterAccess.Found(Config config, String from) -> config;
      case ClusterAccess.Missing(String why) -> throw new AssertionError(why);
    };
  }

  private static String missing(ClusterAccess access) {
    return switch (access) {
      case ClusterAccess.Missing(String why) -> why;
      case ClusterAccess.Found found -> throw new AssertionError(found.from());
    };
  }
}
