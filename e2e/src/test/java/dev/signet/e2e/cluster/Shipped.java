package dev.signet.e2e.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the manifests that users install, moved into a namespace of a test. What belongs to the
 * whole cluster carries that namespace in its name, so that an installation that is there already
 * keeps its own, and no Pod is started.
 */
public record Shipped(Namespace own, List<ObjectNode> objects) {
  private static final Set<String> OF_THE_CLUSTER = Set.of("ClusterRole", "ClusterRoleBinding");

  /**
   * A right that its roles give.
   *
   * @param everywhere false: in its own namespace alone
   */
  public record Grant(String verb, String resource, boolean everywhere) {
    /** Whether it was what allowed the request, as far as a log can tell. */
    public boolean covers(AuditLog.Request request, String own) {
      return request.verb().equals(verb)
          && request.resource().equals(resource)
          && request.namespace().equals(own) != everywhere;
    }
  }

  /** By its name without the ending. */
  static Shipped of(String manifest, Namespace own) {
    String file = "deploy/manifests/" + manifest + ".yaml";
    List<ObjectNode> objects = Json.documents(Cluster.ROOT.resolve(file));
    objects.removeIf(it -> kind(it).equals("CustomResourceDefinition"));
    objects.forEach(it -> move(it, own.name()));
    return new Shipped(own, objects);
  }

  private static void move(ObjectNode object, String own) {
    ObjectNode metadata = object.withObject("metadata");
    if (metadata.has("namespace")) {
      metadata.put("namespace", own);
    }
    if (OF_THE_CLUSTER.contains(kind(object))) {
      metadata.put("name", metadata.path("name").asString() + "-" + own);
    }
    if (object.at("/roleRef/kind").asString("").equals("ClusterRole")) {
      ObjectNode role = object.withObject("roleRef");
      role.put("name", role.path("name").asString() + "-" + own);
    }
    for (JsonNode subject : object.path("subjects")) {
      if (subject.has("namespace")) {
        ((ObjectNode) subject).put("namespace", own);
      }
    }
    if (kind(object).equals("Deployment")) {
      object.withObject("spec").put("replicas", 0);
    }
  }

  void apply() {
    objects.forEach(it -> own.cluster().apply(it.toString()));
  }

  /** All that is granted to the controller's account. */
  public List<Grant> grants() {
    List<Grant> grants = new ArrayList<>();
    for (ObjectNode binding : objects) {
      if (binding.at("/subjects/0/kind").asString("").equals("ServiceAccount")) {
        boolean everywhere = kind(binding).equals("ClusterRoleBinding");
        JsonNode role =
            get(binding.at("/roleRef/kind").asString(), binding.at("/roleRef/name").asString());
        role.path("rules").forEach(rule -> grants.addAll(grants(rule, everywhere)));
      }
    }
    return grants;
  }

  private static List<Grant> grants(JsonNode rule, boolean everywhere) {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode resource : rule.path("resources")) {
      for (JsonNode verb : rule.path("verbs")) {
        grants.add(new Grant(verb.asString(), resource.asString(), everywhere));
      }
    }
    return grants;
  }

  public ObjectNode get(String kind, String name) {
    return objects.stream()
        .filter(it -> kind(it).equals(kind) && it.at("/metadata/name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  private static String kind(JsonNode object) {
    return object.path("kind").asString("");
  }
}
