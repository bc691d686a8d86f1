package dev.signet.e2e.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes SealedSecrets by the hundred without starting a program for each.
 *
 * @param key what the running controller serves
 */
public record Sealing(PublicKey key) {
  private static final String PREFIX = "sealedsecrets.bitnami.com/";

  /** Where a value opens, and the annotation that says so. */
  public enum Scope {
    STRICT,
    NAMESPACE_WIDE,
    CLUSTER_WIDE;

    public String label(String namespace, String name) {
      return switch (this) {
        case STRICT -> namespace + "/" + name;
        case NAMESPACE_WIDE -> namespace;
        case CLUSTER_WIDE -> "";
      };
    }

    public Map<String, String> annotations() {
      return switch (this) {
        case STRICT -> Map.of();
        case NAMESPACE_WIDE -> Map.of(PREFIX + "namespace-wide", "true");
        case CLUSTER_WIDE -> Map.of(PREFIX + "cluster-wide", "true");
      };
    }

    /** As an object's annotations choose. */
    public static Scope of(Map<String, String> annotations) {
      if ("true".equals(annotations.get(PREFIX + "cluster-wide"))) {
        return CLUSTER_WIDE;
      }
      return "true".equals(annotations.get(PREFIX + "namespace-wide")) ? NAMESPACE_WIDE : STRICT;
    }
  }

  public static Sealing with(String privateKeyPem) {
    return new Sealing(Pem.publicKey(privateKeyPem));
  }

  public String item(String label, String value) {
    return item(label, value.getBytes(UTF_8));
  }

  public String item(String label, byte[] value) {
    return Base64.getEncoder().encodeToString(SealedFormat.seal(key, label, value));
  }

  /** A strict one without a template. */
  public ObjectNode sealedSecret(String namespace, String name, Map<String, String> items) {
    return sealedSecret(namespace, name, items, Scope.STRICT);
  }

  public ObjectNode sealedSecret(
      String namespace, String name, Map<String, String> items, Scope scope) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    object.put("apiVersion", "bitnami.com/v1alpha1").put("kind", "SealedSecret");
    ObjectNode metadata =
        object.putObject("metadata").put("namespace", namespace).put("name", name);
    scope.annotations().forEach(metadata.withObject("annotations")::put);
    ObjectNode sealed = object.putObject("spec").putObject("encryptedData");
    items.forEach((item, value) -> sealed.put(item, item(scope.label(namespace, name), value)));
    return object;
  }
}
