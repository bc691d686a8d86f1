package dev.signet.e2e.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The SealedSecret type. */
public final class Definition {
  private static final String PATH =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/sealedsecrets.bitnami.com";
  private static final String ITEMS =
      "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/encryptedData";

  private static final Duration SOON = Duration.ofSeconds(20);

  private Definition() {}

  /** Installs it if it is missing, and waits until objects of it own others for good. */
  static void install(Cluster cluster) {
    if (cluster.get(PATH).isEmpty()) {
      cluster.kubectl(
          "apply", "--server-side", "-f", Cluster.ROOT.resolve("deploy/crds").toString());
    }
    cluster.kubectl("wait", "--for=condition=Established", "crd/sealedsecrets.bitnami.com");
    awaitCollection(cluster);
  }

  /**
   * Waits until the garbage collector has seen all that became of SealedSecrets so far: of a new
   * type it learns up to half a minute late, and after a restart of the API server its watches come
   * back when they come back, that of each type by itself.
   */
  public static void awaitCollection(Cluster cluster) {
    Await.until("requests pass", SOON, () -> cluster.send("GET", "/readyz", null).ok());
    Namespace namespace = cluster.newNamespace();
    namespace.create(Kind.SEALED_SECRET, sealedSecret("owner"));
    // Only the collector makes an end of such a deletion, and only when it has seen the object.
    String owner = Kind.SEALED_SECRET.in(namespace.name(), "owner");
    cluster.send("DELETE", owner + "?propagationPolicy=Foreground", null);
    Await.until(
        "the garbage collector sees SealedSecrets",
        Duration.ofSeconds(90),
        () -> cluster.get(owner),
        Optional::isEmpty);
    namespace.delete();
  }

  /** Lets items be of any type, as older definitions did. */
  public static void loosen(Cluster cluster) {
    change(cluster, "{\"op\": \"remove\", \"path\": \"%s/additionalProperties\"}");
    Await.until("a null item is kept", SOON, () -> keepsNull(cluster));
    // Watches that were open before drop null items for some seconds more.
    Await.pause(Duration.ofSeconds(5));
  }

  /** Takes {@link #loosen} back. */
  public static void tighten(Cluster cluster) {
    change(
        cluster,
        "{\"op\": \"add\", \"path\": \"%s/additionalProperties\", \"value\": {\"type\": \"string\"}}");
    Await.until("a null item is dropped", SOON, () -> !keepsNull(cluster));
  }

  /** The definition and what the API server does by it are moments apart. */
  private static boolean keepsNull(Cluster cluster) {
    ObjectNode object = sealedSecret("null");
    object.withObject("spec").withObject("encryptedData").putNull("item");
    return cluster
        .send("POST", Kind.SEALED_SECRET.in("default") + "?dryRun=All", object)
        .body()
        .at("/spec/encryptedData")
        .has("item");
  }

  private static ObjectNode sealedSecret(String name) {
    return Json.tree(
        Map.of(
            "apiVersion",
            "bitnami.com/v1alpha1",
            "kind",
            "SealedSecret",
            "metadata",
            Map.of("name", name),
            "spec",
            Map.of("encryptedData", Map.of())));
  }

  private static void change(Cluster cluster, String operation) {
    cluster.kubectl(
        "patch",
        "crd",
        "sealedsecrets.bitnami.com",
        "--type=json",
        "-p",
        "[" + operation.formatted(ITEMS) + "]");
  }
}
