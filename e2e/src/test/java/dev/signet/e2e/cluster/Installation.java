package dev.signet.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.oracle.Sealing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A controller's place in the cluster: its own namespace, its account and its rights. */
public record Installation(Cluster cluster, Namespace own) {
  public static final String ACCOUNT = "sealed-secrets-controller";
  public static final String KEY_LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";

  /** Where the recorded keys are. */
  public static final Path KEYS = Path.of(Cluster.property("signet.vectors"), "controller/keys");

  /** With upstream's rights and no sealing key. */
  public static Installation create(Cluster cluster) {
    Namespace own = cluster.newNamespace();
    try (InputStream rights = Installation.class.getResourceAsStream("rights.yaml")) {
      if (rights == null) {
        throw new AssertionError("rights.yaml is missing");
      }
      String text = new String(rights.readAllBytes(), StandardCharsets.UTF_8);
      cluster.apply(text.replace("{NAMESPACE}", own.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Installation(cluster, own);
  }

  /** As a user installs it, by one of the manifests that are shipped. */
  public static Installation create(Cluster cluster, String manifest) {
    Installation place = new Installation(cluster, cluster.newNamespace());
    place.shipped(manifest).apply();
    return place;
  }

  /** That manifest, as it is applied here. */
  public Shipped shipped(String manifest) {
    return Shipped.of(manifest, own);
  }

  /** As the audit log names the controller. */
  public String user() {
    return "system:serviceaccount:" + own.name() + ":" + ACCOUNT;
  }

  /** Restores a recorded key Secret, {@code key-a} for instance. */
  public Installation withKey(String recorded) {
    ObjectNode secret = (ObjectNode) Json.read(KEYS.resolve(recorded + ".json"));
    secret.withObject("metadata").put("namespace", own.name());
    cluster.apply(secret.toString());
    return this;
  }

  /** Seals for a recorded key. */
  public static Sealing sealing(String recorded) {
    return Sealing.with(Json.text(KEYS.resolve(recorded + ".key")));
  }

  /** Stores a private key and its certificate as the active sealing key of that name. */
  public void addKey(String name, String keyPem, String certificatePem) {
    ObjectNode secret =
        Json.tree(
            Map.of(
                "apiVersion", "v1",
                "kind", "Secret",
                "type", "kubernetes.io/tls",
                "metadata", Map.of("name", name, "labels", Map.of(KEY_LABEL, "active")),
                "stringData", Map.of("tls.key", keyPem, "tls.crt", certificatePem)));
    own.apply(secret.toString());
  }

  public List<JsonNode> keySecrets() {
    return cluster.list(Kind.SECRET, own.name()).stream()
        .filter(it -> it.path("metadata").path("labels").has(KEY_LABEL))
        .toList();
  }

  /** A kubeconfig for the controller's account, by way of the cluster's own address. */
  public Path kubeconfig() {
    return writeKubeconfig("controller", clusterEntry());
  }

  /** The same, but by way of a local port that leads to the API server. */
  public Path kubeconfig(int port) {
    ObjectNode entry = clusterEntry();
    entry.put("server", "https://127.0.0.1:" + port);
    return writeKubeconfig("controller-" + port, entry);
  }

  private ObjectNode clusterEntry() {
    String config =
        cluster.kubectl("config", "view", "--raw", "--minify", "--flatten", "-o", "json");
    return (ObjectNode) Json.read(config).at("/clusters/0/cluster");
  }

  private Path writeKubeconfig(String name, ObjectNode entry) {
    String token = own.kubectl("create", "token", ACCOUNT, "--duration=2h").strip();
    ObjectNode config =
        Json.tree(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                "e2e",
                "clusters",
                List.of(Map.of("name", "e2e", "cluster", entry)),
                "users",
                List.of(Map.of("name", "e2e", "user", Map.of("token", token))),
                "contexts",
                List.of(
                    Map.of("name", "e2e", "context", Map.of("cluster", "e2e", "user", "e2e")))));
    try {
      Path folder = Files.createDirectories(Path.of("target", "e2e", own.name()));
      return Files.writeString(folder.resolve(name + ".kubeconfig"), config.toString())
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it after its controller has ended, to which no right may have been missing ever. */
  public void removeUnrefused() {
    List<String> refused = AuditLog.refusalsOf(user());
    remove();
    assertEquals(List.of(), refused, "refused requests");
  }

  public void remove() {
    cluster.kubectl(
        "delete",
        "--ignore-not-found",
        "clusterrole/secrets-unsealer-" + own.name(),
        "clusterrolebinding/sealed-secrets-controller-" + own.name());
    own.delete();
  }
}
