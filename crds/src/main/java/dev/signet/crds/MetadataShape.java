package dev.signet.crds;

import static dev.signet.crds.Shape.BOOLEAN;
import static dev.signet.crds.Shape.LIST_OF_MAPS;
import static dev.signet.crds.Shape.LIST_OF_TEXT;
import static dev.signet.crds.Shape.MAP;
import static dev.signet.crds.Shape.TEXT;
import static dev.signet.crds.Shape.TEXTS;
import static dev.signet.crds.Shape.TIME;
import static dev.signet.crds.Shape.WHOLE_NUMBER;

import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The fields of Kubernetes' ObjectMeta. The schema keeps unknown fields in a template's metadata,
 * so the server stores any of these in any shape; one that a typed client could not read is a fault
 * of that object alone.
 */
final class MetadataShape {
  private static final Map<String, Shape> FIELDS =
      Map.ofEntries(
          Map.entry("name", TEXT),
          Map.entry("generateName", TEXT),
          Map.entry("namespace", TEXT),
          Map.entry("selfLink", TEXT),
          Map.entry("uid", TEXT),
          Map.entry("resourceVersion", TEXT),
          Map.entry("generation", WHOLE_NUMBER),
          Map.entry("creationTimestamp", TIME),
          Map.entry("deletionTimestamp", TIME),
          Map.entry("deletionGracePeriodSeconds", WHOLE_NUMBER),
          Map.entry("labels", TEXTS),
          Map.entry("annotations", TEXTS),
          Map.entry("ownerReferences", LIST_OF_MAPS),
          Map.entry("finalizers", LIST_OF_TEXT),
          Map.entry("managedFields", LIST_OF_MAPS));

  private static final Map<String, Shape> OWNER_REFERENCE =
      Map.of(
          "apiVersion", TEXT,
          "kind", TEXT,
          "name", TEXT,
          "uid", TEXT,
          "controller", BOOLEAN,
          "blockOwnerDeletion", BOOLEAN);

  private static final Map<String, Shape> MANAGED_FIELD =
      Map.of(
          "manager", TEXT,
          "operation", TEXT,
          "apiVersion", TEXT,
          "time", TIME,
          "fieldsType", TEXT,
          "fieldsV1", MAP,
          "subresource", TEXT);

  private MetadataShape() {}

  /** Tells the fields at fault in the order in which the object has them. */
  static void check(String path, JsonNode metadata, BiConsumer<String, String> fault) {
    MAP.check(path, metadata, fault);
    checkAll(path, metadata, FIELDS, fault);
    checkEach(path + ".ownerReferences", metadata.path("ownerReferences"), OWNER_REFERENCE, fault);
    checkEach(path + ".managedFields", metadata.path("managedFields"), MANAGED_FIELD, fault);
  }

  private static void checkEach(
      String path, JsonNode list, Map<String, Shape> shapes, BiConsumer<String, String> fault) {
    for (int i = 0; i < list.size(); i++) {
      checkAll("%s[%d]".formatted(path, i), list.path(i), shapes, fault);
    }
  }

  private static void checkAll(
      String path, JsonNode map, Map<String, Shape> shapes, BiConsumer<String, String> fault) {
    map.properties()
        .forEach(
            entry -> {
              Shape shape = shapes.get(entry.getKey());
              if (shape != null) {
                shape.check(path + "." + entry.getKey(), entry.getValue(), fault);
              }
            });
  }
}
