package dev.signet.crds;

import static dev.signet.crds.Trees.sealedSecret;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionNames;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The text that is installed, held against the model that reads and writes. */
final class DefinitionTest {
  private final CustomResourceDefinition definition =
      Serialization.unmarshal(Definition.yaml(), CustomResourceDefinition.class);

  private final CustomResourceDefinitionVersion version =
      definition.getSpec().getVersions().getFirst();

  @Test
  @Tag("C-217")
  void its_names_are_the_constants() {
    CustomResourceDefinitionNames names = definition.getSpec().getNames();
    assertEquals("sealedsecrets.bitnami.com", definition.getMetadata().getName());
    assertEquals(SealedSecretNames.GROUP, definition.getSpec().getGroup());
    assertEquals("Namespaced", definition.getSpec().getScope());
    assertEquals(SealedSecretNames.KIND, names.getKind());
    assertEquals(SealedSecretNames.LIST_KIND, names.getListKind());
    assertEquals(SealedSecretNames.PLURAL, names.getPlural());
    assertEquals(SealedSecretNames.SINGULAR, names.getSingular());
    assertEquals(List.of(), names.getShortNames());
    assertEquals(List.of(), names.getCategories());
    assertNull(definition.getSpec().getConversion());
    assertEquals(1, definition.getSpec().getVersions().size());
    assertEquals(SealedSecretNames.VERSION, version.getName());
    assertTrue(version.getServed() && version.getStorage());
    assertFalse(version.getSubresources().getStatus() == null);
  }

  @Test
  @Tag("C-218")
  void its_columns_read_the_first_condition() {
    assertEquals(
        List.of(
            "Status string .status.conditions[0].message",
            "Synced string .status.conditions[0].status",
            "Age date .metadata.creationTimestamp"),
        version.getAdditionalPrinterColumns().stream()
            .map(it -> "%s %s %s".formatted(it.getName(), it.getType(), it.getJsonPath()))
            .toList());
  }

  @Test
  @Tag("C-219")
  void as_little_is_required_as_ever() {
    assertEquals(List.of("spec"), schema().getRequired());
    assertEquals(List.of("encryptedData"), schema("spec").getRequired());
    assertEquals(List.of("status", "type"), items(schema("status", "conditions")).getRequired());
    assertEquals(List.of(), schema("status").getRequired());
    assertEquals(List.of(), schema("status", "signet").getRequired());
    assertEquals(List.of(), schema("spec", "template").getRequired());
  }

  @Test
  @Tag("C-220")
  @Tag("C-221")
  @Tag("C-222")
  @Tag("C-127")
  @Tag("C-223")
  void the_spec_lets_through_what_it_always_did() {
    JSONSchemaProps encryptedData = schema("spec", "encryptedData");
    assertEquals("string", encryptedData.getAdditionalProperties().getSchema().getType());
    assertEquals(true, encryptedData.getXKubernetesPreserveUnknownFields());
    JSONSchemaProps metadata = schema("spec", "template", "metadata");
    assertEquals(true, metadata.getNullable());
    assertEquals(true, metadata.getXKubernetesPreserveUnknownFields());
    assertEquals(
        Set.of("name", "namespace", "labels", "annotations", "finalizers"),
        metadata.getProperties().keySet());
    JSONSchemaProps data = schema("spec", "template", "data");
    assertEquals(true, data.getNullable());
    assertEquals(true, data.getAdditionalProperties().getSchema().getNullable());
    assertEquals("boolean", schema("spec", "template", "immutable").getType());
    assertEquals("string", schema("spec", "template", "type").getType());
    assertEquals(
        Set.of("metadata", "type", "immutable", "data"),
        schema("spec", "template").getProperties().keySet());
    assertEquals("byte", schema("spec", "data").getFormat());
  }

  @Test
  @Tag("C-224")
  void nothing_that_is_written_to_a_status_is_pruned() {
    Handled handled =
        new Handled(7, "hash", "uid", new Handled.Secret("s", "1"), "r1", Map.of("k", "f"));
    Condition condition = new Condition("Synced", "False", "Reason", "message");
    Verdict verdict = new Verdict(List.of(condition), Set.of("Synced"), 7, handled);
    JsonNode written =
        sealedSecret("{}").withStatus(verdict, Instant.EPOCH).orElseThrow().path("status");
    List<String> pruned = new ArrayList<>();
    prune("status", written, schema("status"), pruned);
    assertEquals(List.of(), pruned);
    assertEquals("int64", schema("status", "observedGeneration").getFormat());
    assertEquals("int64", schema("status", "signet", "generation").getFormat());
  }

  /** Notes each field that the schema does not know, or knows with another type. */
  private static void prune(
      String path, JsonNode node, @Nullable JSONSchemaProps schema, List<String> pruned) {
    if (schema == null || !typeOf(node).equals(schema.getType())) {
      pruned.add(path);
    } else if (node.isArray()) {
      node.values().forEach(item -> prune(path + "[]", item, items(schema), pruned));
    } else {
      node.properties()
          .forEach(
              it ->
                  prune(
                      path + "." + it.getKey(), it.getValue(), field(schema, it.getKey()), pruned));
    }
  }

  private static @Nullable JSONSchemaProps field(JSONSchemaProps schema, String name) {
    JSONSchemaProps field =
        schema.getProperties() == null ? null : schema.getProperties().get(name);
    return field == null && schema.getAdditionalProperties() != null
        ? schema.getAdditionalProperties().getSchema()
        : field;
  }

  private static String typeOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> "integer";
      default -> node.getNodeType().toString();
    };
  }

  private static JSONSchemaProps items(JSONSchemaProps array) {
    return array.getItems().getSchema();
  }

  private JSONSchemaProps schema(String... path) {
    JSONSchemaProps schema = version.getSchema().getOpenAPIV3Schema();
    for (String field : path) {
      schema = requireNonNull(schema.getProperties().get(field));
    }
    return schema;
  }
}
