package dev.signet.controller.reconcile;

import dev.signet.controller.kube.SecretRecord.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A Secret as the API server stores it. It prints as its name: it holds the item values. */
final class StoredSecret {
  private final ObjectNode tree;

  /** Takes the tree over: the caller must not change it afterwards. */
  StoredSecret(ObjectNode tree) {
    this.tree = tree;
  }

  String uid() {
    return metadata("uid").stringValue("");
  }

  String resourceVersion() {
    return metadata("resourceVersion").stringValue("");
  }

  /** By item name, in base64. */
  Map<String, String> data() {
    return texts(tree.path("data"));
  }

  Map<String, String> labels() {
    return texts(metadata("labels"));
  }

  Map<String, String> annotations() {
    return texts(metadata("annotations"));
  }

  boolean isAnnotated(String annotation) {
    return "true".equals(annotations().get(annotation));
  }

  String type() {
    return tree.path("type").stringValue("");
  }

  boolean immutable() {
    return tree.path("immutable").booleanValue(false);
  }

  /** Whole, as stored. */
  JsonNode ownerReferences() {
    return metadata("ownerReferences");
  }

  List<Owner> owners() {
    List<Owner> owners = new ArrayList<>();
    for (JsonNode reference : ownerReferences().values()) {
      owners.add(
          new Owner(
              reference.path("kind").stringValue(""),
              reference.path("name").stringValue(""),
              reference.path("uid").stringValue(""),
              reference.path("controller").booleanValue(false)));
    }
    return owners;
  }

  Optional<Owner> controller() {
    return owners().stream().filter(Owner::controller).findFirst();
  }

  /** A copy, to change and send. */
  ObjectNode toTree() {
    return tree.deepCopy();
  }

  @Override
  public String toString() {
    return "StoredSecret[%s/%s, redacted]"
        .formatted(metadata("namespace").stringValue(""), metadata("name").stringValue(""));
  }

  private JsonNode metadata(String field) {
    return tree.path("metadata").path(field);
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue("")));
    return texts;
  }
}
