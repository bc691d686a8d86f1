package dev.signet.cli.resource;

import dev.signet.crypto.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scopes by name, as flag and annotations choose them. */
public enum ScopeName {
  STRICT("strict", ""),
  NAMESPACE_WIDE("namespace-wide", Scope.NAMESPACE_WIDE),
  CLUSTER_WIDE("cluster-wide", Scope.CLUSTER_WIDE);

  private final String text;
  private final String annotation;

  ScopeName(String text, String annotation) {
    this.text = text;
    this.annotation = annotation;
  }

  public static ScopeName of(String text) {
    for (ScopeName scope : values()) {
      if (scope.text.equals(text)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("no scope is called " + text);
  }

  /** What an object's annotations say; only the text {@code true} counts. */
  public static ScopeName in(Map<String, String> annotations) {
    return switch (Scope.of("", "", annotations)) {
      case Scope.ClusterWide() -> CLUSTER_WIDE;
      case Scope.NamespaceWide wide -> NAMESPACE_WIDE;
      case Scope.Strict strict -> STRICT;
    };
  }

  public String text() {
    return text;
  }

  /** The annotations with this scope's in the place of every other. */
  public Map<String, String> replacedIn(Map<String, String> annotations) {
    Map<String, String> replaced = new LinkedHashMap<>(annotations);
    replaced.remove(Scope.NAMESPACE_WIDE);
    replaced.remove(Scope.CLUSTER_WIDE);
    if (!annotation.isEmpty()) {
      replaced.put(annotation, "true");
    }
    return replaced;
  }

  public Scope at(String namespace, String name) {
    return Scope.of(namespace, name, replacedIn(Map.of()));
  }
}
