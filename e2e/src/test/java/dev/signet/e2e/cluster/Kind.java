package dev.signet.e2e.cluster;

/** The types of objects that tests look at, by their place in the API. */
public enum Kind {
  SECRET("/api/v1", "secrets"),
  CONFIG_MAP("/api/v1", "configmaps"),
  EVENT("/api/v1", "events"),
  SEALED_SECRET("/apis/bitnami.com/v1alpha1", "sealedsecrets");

  private final String group;
  private final String plural;

  Kind(String group, String plural) {
    this.group = group;
    this.plural = plural;
  }

  /** By the name that stands in manifests. */
  public static Kind named(String kind) {
    return switch (kind) {
      case "Secret" -> SECRET;
      case "ConfigMap" -> CONFIG_MAP;
      case "Event" -> EVENT;
      case "SealedSecret" -> SEALED_SECRET;
      default -> throw new IllegalArgumentException("no path is known for " + kind);
    };
  }

  public String in(String namespace) {
    return "%s/namespaces/%s/%s".formatted(group, namespace, plural);
  }

  public String in(String namespace, String name) {
    return in(namespace) + "/" + name;
  }
}
