package dev.signet.controller.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crds.SealedSecretNames;
import java.net.URLEncoder;

/**
 * A type of object, by the path of its collection.
 *
 * @param api such as {@code api/v1}
 * @param group for a sentence about rights: empty for the core
 */
public record Resource(String api, String group, String plural) {
  public static final Resource SECRETS = new Resource("api/v1", "", "secrets");
  public static final Resource EVENTS = new Resource("api/v1", "", "events");
  public static final Resource LEASES =
      new Resource("apis/coordination.k8s.io/v1", "coordination.k8s.io", "leases");
  public static final Resource SEALED_SECRETS =
      new Resource(
          "apis/" + SealedSecretNames.API_VERSION,
          SealedSecretNames.GROUP,
          SealedSecretNames.PLURAL);

  /** In all namespaces. */
  public String path() {
    return api + "/" + plural;
  }

  public String path(String namespace) {
    return api + "/namespaces/" + encode(namespace) + "/" + plural;
  }

  public String path(ObjectKey key) {
    return path(key.namespace()) + "/" + encode(key.name());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
