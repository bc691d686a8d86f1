package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.oracle.Sealing;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Secrets that are somebody else's, and those that become so. */
final class OwnersIT {
  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private static final String SKIP = "sealedsecrets.bitnami.com/skip-set-owner-references";

  private final Namespace namespace = signet.namespace();
  private final Sealing sealing = signet.sealing();

  @Test
  @Tag("C-85")
  @Tag("C-87")
  void an_item_that_was_added_stays_when_the_object_has_it_no_more() {
    namespace.kubectl("create", "secret", "generic", "shared", "--from-literal=theirs=1");
    namespace.kubectl("annotate", "secret", "shared", "sealedsecrets.bitnami.com/patch=true");
    create(sealed("shared", Map.of("a", "1", "b", "2")));
    namespace.awaitSecret("shared", Map.of("theirs", "1", "a", "1", "b", "2"));
    replaceItems("shared", Map.of("a", "3"));
    namespace.awaitSecret("shared", Map.of("theirs", "1", "a", "3", "b", "2"));
    namespace.awaitSynced("shared", "True");
  }

  @Test
  @Tag("C-101")
  void a_secret_that_is_robbed_of_its_owner_is_a_strangers_from_then_on() {
    create(sealed("robbed", Map.of("k", "v")));
    namespace.awaitSecret("robbed", Map.of("k", "v"));
    namespace.awaitSynced("robbed", "True");
    namespace.merge(Kind.SECRET, "robbed", "{\"metadata\": {\"ownerReferences\": null}}");
    JsonNode told = namespace.awaitSynced("robbed", "False");
    assertEquals("NotOwned", told.path("reason").asString(), told.toString());
    replaceItems("robbed", Map.of("k", "w"));
    namespace.awaitSynced("robbed", "False");
    assertEquals(Map.of("k", "v"), Namespace.items(namespace.secret("robbed").orElseThrow()));
    namespace.kubectl("annotate", "secret", "robbed", "sealedsecrets.bitnami.com/managed=true");
    namespace.awaitSecret("robbed", Map.of("k", "w"));
    namespace.awaitSynced("robbed", "True");
  }

  @Test
  @Tag("C-98")
  void a_stranger_that_is_made_as_wanted_by_hand_is_noticed() {
    namespace.kubectl("create", "secret", "generic", "alike", "--from-literal=k=other");
    ObjectNode object = sealed("alike", Map.of("k", "v"));
    object
        .withObject("spec")
        .withObject("template")
        .withObject("metadata")
        .withObject("annotations")
        .put(SKIP, "true");
    create(object);
    assertEquals("NotOwned", namespace.awaitSynced("alike", "False").path("reason").asString());
    namespace.merge(
        Kind.SECRET,
        "alike",
        "{\"metadata\": {\"annotations\": {\"%s\": \"true\"}}, \"data\": {\"k\": \"dg==\"}}"
            .formatted(SKIP));
    namespace.awaitSynced("alike", "True");
  }

  private void replaceItems(String name, Map<String, String> items) {
    ObjectNode fresh = Json.object();
    for (var item : sealed(name, items).at("/spec/encryptedData").properties()) {
      fresh.set(item.getKey(), item.getValue());
    }
    String patch =
        "[{\"op\": \"replace\", \"path\": \"/spec/encryptedData\", \"value\": %s}]"
            .formatted(fresh);
    namespace.kubectl("patch", "sealedsecret", name, "--type=json", "-p", patch);
  }

  private ObjectNode sealed(String name, Map<String, String> items) {
    return sealing.sealedSecret(namespace.name(), name, items);
  }

  private void create(ObjectNode object) {
    namespace.create(Kind.SEALED_SECRET, object);
  }
}
