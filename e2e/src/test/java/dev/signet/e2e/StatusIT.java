package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster.Answer;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people, Argo CD and Flux read from an object while it fails and when it works. */
final class StatusIT {
  private static final Map<String, String> ITEMS = Map.of("k", "v");

  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();
  private final Sealing sealing = signet.sealing();

  @Test
  @Tag("C-141")
  @Tag("C-144")
  void success_is_told_in_an_event() {
    create(sealed("told"));
    JsonNode event = namespace.awaitEvent("told", "Unsealed");
    assertEquals("Normal", event.path("type").asString());
    assertEquals("SealedSecret unsealed successfully", event.path("message").asString());
    assertEquals("sealed-secrets", event.at("/source/component").asString());
    assertEquals("SealedSecret", event.at("/involvedObject/kind").asString());
  }

  @Test
  @Tag("C-100")
  void a_repair_is_told_in_an_event_that_names_the_items_and_no_value() {
    create(sealed("edited"));
    namespace.awaitSynced("edited", "True");
    // "hidden-by-hand" and "made".
    namespace.merge(
        Kind.SECRET,
        "edited",
        "{\"data\": {\"k\": \"aGlkZGVuLWJ5LWhhbmQ=\", \"hand\": \"bWFkZQ==\"}}");
    List<JsonNode> events =
        Await.until(
            "an Event names both items",
            Duration.ofSeconds(10),
            () -> namespace.events("edited"),
            it ->
                it.stream()
                    .map(event -> event.path("message").asString())
                    .anyMatch(message -> message.matches(".*\\bhand\\b.*\\bk\\b.*")));
    assertFalse(events.toString().contains("hidden-by-hand"), "an Event shows a value");
    assertFalse(events.toString().contains("aGlkZGVuLWJ5LWhhbmQ"), "an Event shows a value");
  }

  @Test
  @Tag("C-226")
  @Tag("C-229")
  void success_is_healthy_for_argo_cd_and_current_for_flux() {
    create(sealed("works"));
    namespace.awaitSynced("works", "True");
    JsonNode object = namespace.sealedSecret("works").orElseThrow();
    assertEquals("Healthy", Health.argo(object));
    assertEquals("Current", Health.flux(object));
  }

  @Test
  @Tag("C-226")
  @Tag("C-229")
  @Tag("C-142")
  @Tag("C-230")
  void a_fault_in_the_object_is_degraded_and_stalled_until_it_is_mended() {
    ObjectNode object = sealed("broken");
    object.withObject("spec").withObject("encryptedData").put("k", "!");
    create(object);
    namespace.awaitSynced("broken", "False");
    JsonNode failed = namespace.sealedSecret("broken").orElseThrow();
    assertEquals("Degraded", Health.argo(failed));
    assertEquals("Failed", Health.flux(failed));

    namespace.merge(
        Kind.SEALED_SECRET,
        "broken",
        "{\"spec\": {\"encryptedData\": {\"k\": \"%s\"}}}"
            .formatted(sealing.item(namespace.name() + "/broken", "v")));
    namespace.awaitSynced("broken", "True");
    JsonNode mended = namespace.sealedSecret("broken").orElseThrow();
    assertEquals("Healthy", Health.argo(mended));
    assertEquals("Current", Health.flux(mended));
  }

  @Test
  @Tag("C-143")
  @Tag("C-226")
  @Tag("C-229")
  void what_others_may_cure_is_degraded_but_still_in_progress() {
    namespace.kubectl("create", "secret", "generic", "blocked", "--from-literal=mine=1");
    create(sealed("blocked"));
    namespace.awaitSynced("blocked", "False");
    JsonNode failed = namespace.sealedSecret("blocked").orElseThrow();
    assertEquals("Degraded", Health.argo(failed));
    assertEquals("InProgress", Health.flux(failed));
    JsonNode event = namespace.awaitEvent("blocked", "ErrUpdateFailed");
    assertEquals("Warning", event.path("type").asString());
  }

  @Test
  @Tag("C-137")
  void conditions_of_others_are_kept_and_synced_stays_first() {
    create(sealed("shared"));
    namespace.awaitSynced("shared", "True");
    JsonNode object = namespace.sealedSecret("shared").orElseThrow();
    ObjectNode foreign = (ObjectNode) object.deepCopy();
    foreign
        .withObject("status")
        .withArray("conditions")
        .addObject()
        .put("type", "SomebodyElses")
        .put("status", "True");
    String path = Kind.SEALED_SECRET.in(namespace.name(), "shared") + "/status";
    Answer answer = signet.cluster().send("PUT", path, foreign);
    assertTrue(answer.ok(), answer.toString());

    namespace.merge(
        Kind.SEALED_SECRET,
        "shared",
        "{\"spec\": {\"encryptedData\": {\"k\": \"%s\"}}}"
            .formatted(sealing.item(namespace.name() + "/shared", "w")));
    namespace.awaitSecret("shared", Map.of("k", "w"));
    namespace.awaitSynced("shared", "True");
    JsonNode conditions = namespace.sealedSecret("shared").orElseThrow().at("/status/conditions");
    List<String> types = conditions.valueStream().map(it -> it.path("type").asString()).toList();
    assertEquals("Synced", types.getFirst());
    assertTrue(types.contains("SomebodyElses"), types.toString());
  }

  @Test
  @Tag("C-145")
  @Tag("C-231")
  void a_failure_is_tried_again_and_again_and_counted_in_one_event() {
    ObjectNode object = sealed("retried");
    object.withObject("spec").withObject("encryptedData").put("k", "AAAA");
    create(object);
    Await.until(
        "it is counted",
        Duration.ofSeconds(20),
        () -> namespace.events("retried"),
        it -> it.stream().anyMatch(event -> event.path("count").asInt(1) >= 3));
    assertEquals(1, namespace.events("retried").size());
    JsonNode before = namespace.sealedSecret("retried").orElseThrow();
    Await.pause(Duration.ofSeconds(2));
    assertEquals(before, namespace.sealedSecret("retried").orElseThrow(), "written again");
  }

  @Test
  @Tag("C-103")
  @Tag("C-232")
  void what_is_immutable_is_made_anew_once_it_is_deleted() {
    ObjectNode object = sealed("fixed");
    object.withObject("spec").withObject("template").put("immutable", true);
    create(object);
    namespace.awaitSecret("fixed", ITEMS);
    namespace.merge(
        Kind.SEALED_SECRET,
        "fixed",
        "{\"spec\": {\"encryptedData\": {\"k\": \"%s\"}}}"
            .formatted(sealing.item(namespace.name() + "/fixed", "w")));
    JsonNode told = namespace.awaitSynced("fixed", "False");
    assertTrue(told.path("message").asString().contains("the target Secret is immutable"));
    namespace.awaitSecret("fixed", ITEMS);
    namespace.kubectl("delete", "secret", "fixed");
    namespace.awaitSecret("fixed", Map.of("k", "w"));
    namespace.awaitSynced("fixed", "True");
  }

  @Test
  @Tag("C-104")
  void another_type_is_taken_once_the_secret_is_deleted() {
    create(sealed("typed"));
    namespace.awaitSynced("typed", "True");
    namespace.merge(
        Kind.SEALED_SECRET, "typed", "{\"spec\": {\"template\": {\"type\": \"example.com/t\"}}}");
    JsonNode told = namespace.awaitSynced("typed", "False");
    assertTrue(told.path("message").asString().contains("field is immutable"), told.toString());
    assertTrue(told.path("message").asString().contains("elete"), told.toString());
    namespace.kubectl("delete", "secret", "typed");
    namespace.awaitSynced("typed", "True");
    JsonNode made = namespace.awaitSecret("typed", ITEMS);
    assertEquals("example.com/t", made.path("type").asString());
  }

  @Test
  @Tag("C-90")
  @Tag("C-186")
  void only_the_very_word_true_on_the_secret_itself_gives_it_away() {
    namespace.kubectl("create", "secret", "generic", "kept", "--from-literal=mine=1");
    namespace.kubectl("annotate", "secret", "kept", "sealedsecrets.bitnami.com/managed=True");
    namespace.kubectl("annotate", "secret", "kept", "sealedsecrets.bitnami.com/patch=1");
    ObjectNode object = sealed("kept");
    object
        .withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/managed", "true");
    create(object);
    namespace.awaitSynced("kept", "False");
    assertEquals(Map.of("mine", "1"), Namespace.items(namespace.secret("kept").orElseThrow()));
  }

  @Test
  @Tag("C-218")
  void kubectl_shows_the_state_in_its_columns() {
    create(sealed("shown"));
    namespace.awaitSynced("shown", "True");
    String table = namespace.kubectl("get", "sealedsecret", "shown");
    assertTrue(table.matches("(?s)NAME +STATUS +SYNCED +AGE\\s+shown +True +\\d+s\\s*"), table);
  }

  private void create(ObjectNode object) {
    namespace.create(Kind.SEALED_SECRET, object);
  }

  private ObjectNode sealed(String name) {
    return sealing.sealedSecret(namespace.name(), name, ITEMS);
  }
}
