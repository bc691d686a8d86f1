package dev.signet.deploy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The objects of one of the plain manifests. */
record Manifests(List<JsonNode> objects) {
  static Manifests of(String name) {
    return new Manifests(Yaml.documents("manifests/" + name + ".yaml"));
  }

  JsonNode get(String kind, String name) {
    return objects.stream()
        .filter(it -> title(it).equals(kind + " " + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + titles()));
  }

  /** Kind and name of each. */
  Set<String> titles() {
    return titles(objects.stream());
  }

  /** The same without those of the roles, bindings and accounts. */
  Set<String> titlesWithoutRights() {
    return titles(
        objects.stream()
            .filter(it -> !it.path("apiVersion").asString().startsWith("rbac."))
            .filter(it -> !it.path("kind").asString().equals("ServiceAccount")));
  }

  /** What a role allows, a line for each resource: {@code group/resource: verbs}. */
  List<String> rules(String kind, String role) {
    return get(kind, role)
        .path("rules")
        .valueStream()
        .map(
            it ->
                "%s/%s%s: %s"
                    .formatted(
                        words(it.path("apiGroups")),
                        words(it.path("resources")),
                        it.has("resourceNames") ? " of " + words(it.path("resourceNames")) : "",
                        words(it.path("verbs"))))
        .toList();
  }

  private static Set<String> titles(Stream<JsonNode> some) {
    return new TreeSet<>(some.map(Manifests::title).toList());
  }

  private static String title(JsonNode object) {
    return object.path("kind").asString() + " " + object.at("/metadata/name").asString();
  }

  private static String words(JsonNode list) {
    return String.join(" ", list.valueStream().map(JsonNode::asString).toList());
  }
}
