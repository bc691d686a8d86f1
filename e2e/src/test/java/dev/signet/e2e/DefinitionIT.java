package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Cluster.Answer;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API server makes of the SealedSecret type, without a controller. */
final class DefinitionIT {
  private final Namespace namespace = Cluster.current().newNamespace();

  @AfterEach
  void remove() {
    namespace.delete();
  }

  @Test
  @Tag("C-217")
  void the_type_has_upstreams_names() {
    JsonNode crd =
        Json.read(namespace.kubectl("get", "crd", "sealedsecrets.bitnami.com", "-o", "json"));
    JsonNode spec = crd.path("spec");
    assertEquals("bitnami.com", spec.path("group").asString());
    assertEquals("Namespaced", spec.path("scope").asString());
    JsonNode names = spec.path("names");
    assertEquals("SealedSecret", names.path("kind").asString());
    assertEquals("SealedSecretList", names.path("listKind").asString());
    assertEquals("sealedsecret", names.path("singular").asString());
    assertFalse(names.has("shortNames"));
    assertFalse(names.has("categories"));
    assertEquals(1, spec.path("versions").size());
    JsonNode version = spec.path("versions").get(0);
    assertEquals("v1alpha1", version.path("name").asString());
    assertTrue(version.at("/subresources/status").isObject());
  }

  @Test
  @Tag("C-219")
  @Tag("C-220")
  @Tag("C-223")
  void what_is_wrong_is_refused_with_its_field() {
    Map<String, Object> refused = new TreeMap<>();
    refused.put("spec.encryptedData: Required", Map.of());
    refused.put("spec.encryptedData.k", Map.of("encryptedData", Map.of("k", 7)));
    refused.put("spec.encryptedData.m", Map.of("encryptedData", Map.of("m", Map.of("a", "b"))));
    refused.put(
        "spec.template.immutable",
        Map.of("encryptedData", Map.of(), "template", Map.of("immutable", "yes")));
    refused.put("spec.data", Map.of("encryptedData", Map.of(), "data", "no base64!"));
    refused.forEach(
        (fragment, spec) -> {
          Answer answer = create("refused", spec);
          assertEquals(422, answer.status(), fragment);
          String message = answer.body().path("message").asString();
          assertTrue(message.contains(fragment), message);
        });
  }

  @Test
  @Tag("C-221")
  @Tag("C-222")
  void what_a_template_may_hold_is_kept_and_the_rest_is_dropped() {
    ObjectNode spec = Json.tree(Map.of("encryptedData", Map.of("k", "AAAA")));
    spec.withObject("encryptedData").putNull("dropped");
    ObjectNode template = spec.putObject("template").put("type", "t").put("immutable", true);
    template.putObject("data").put("out", "{{ .k }}");
    template.putObject("metadata").put("anything", 7).putObject("labels").put("a", "b");
    template.put("stringData", "dropped");
    Answer answer = create("kept", spec);
    assertTrue(answer.ok(), answer.toString());
    ObjectNode wanted = spec.deepCopy();
    wanted.withObject("encryptedData").remove("dropped");
    wanted.withObject("template").remove("stringData");
    assertEquals(wanted, answer.body().path("spec"));
  }

  @Test
  @Tag("C-224")
  @Tag("C-225")
  void the_status_is_written_apart_and_does_not_move_the_generation() {
    create("apart", Map.of("encryptedData", Map.of()));
    String path = Kind.SEALED_SECRET.in(namespace.name(), "apart");
    ObjectNode object = (ObjectNode) Cluster.current().get(path).orElseThrow();
    object
        .putObject("status")
        .put("observedGeneration", 1)
        .putArray("conditions")
        .addObject()
        .put("type", "Synced")
        .put("status", "False")
        .put("reason", "R")
        .put("message", "M")
        .put("lastTransitionTime", "2026-01-02T03:04:05Z")
        .put("lastUpdateTime", "2026-01-02T03:04:05Z");
    Cluster.current().send("PUT", path, object);
    assertFalse(Cluster.current().get(path).orElseThrow().has("status"), "by the front door");
    JsonNode fresh = Cluster.current().get(path).orElseThrow();
    object.withObject("metadata").set("resourceVersion", fresh.at("/metadata/resourceVersion"));
    Answer answer = Cluster.current().send("PUT", path + "/status", object);
    assertTrue(answer.ok(), answer.toString());
    assertEquals(object.path("status"), answer.body().path("status"));
    assertEquals(1, answer.body().at("/metadata/generation").asInt());

    object.withObject("status").withArray("conditions").addObject().put("type", "NoStatus");
    object.set("metadata", answer.body().path("metadata"));
    assertEquals(422, Cluster.current().send("PUT", path + "/status", object).status());
    assertEquals(List.of(), namespace.events("apart"));
  }

  private Answer create(String name, Object spec) {
    ObjectNode object =
        Json.tree(
            Map.of(
                "apiVersion",
                "bitnami.com/v1alpha1",
                "kind",
                "SealedSecret",
                "metadata",
                Map.of("name", name),
                "spec",
                spec));
    return Cluster.current().send("POST", Kind.SEALED_SECRET.in(namespace.name()), object);
  }
}
