package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.oracle.Sealing;
import dev.signet.e2e.oracle.Sealing.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Broken objects, foreign hands and missing keys: each is told about, and none harms another. */
class TroubleIT {
  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();
  private final Sealing sealing = signet.sealing();

  /** What the definition lets through in a template's metadata, and a typed reader does not. */
  private static final Map<String, Object> POISON =
      Map.ofEntries(
          Map.entry("creationTimestamp", "garbage"),
          Map.entry("deletionTimestamp", 5),
          Map.entry("deletionGracePeriodSeconds", "soon"),
          Map.entry("generation", "many"),
          Map.entry("managedFields", "x"),
          Map.entry("ownerReferences", Map.of("a", "b")),
          Map.entry("resourceVersion", 7),
          Map.entry("selfLink", List.of()),
          Map.entry("uid", Map.of()));

  @Test
  @Tag("C-182")
  void a_poisoned_object_stops_nobody_else_also_not_after_a_restart() {
    POISON.forEach(
        (field, value) ->
            create(withTemplate(poisonName(field), Map.of("metadata", Map.of(field, value)))));
    create(sealed("good", Map.of("k", "v")));
    namespace.awaitSecret("good", Map.of("k", "v"));
    POISON.keySet().forEach(this::assertToldOrHarmless);

    signet.controller().kill();
    create(sealed("good-too", Map.of("k", "v")));
    signet.start();
    namespace.awaitSecret("good-too", Map.of("k", "v"));
    POISON.keySet().forEach(this::assertToldOrHarmless);
  }

  /** A field that is ignored in every template may also be ignored when it is wrong. */
  private void assertToldOrHarmless(String field) {
    String name = poisonName(field);
    JsonNode seen =
        Await.until(
                name + " is handled",
                Duration.ofSeconds(20),
                () -> namespace.sealedSecret(name),
                it -> it.isPresent() && !Namespace.synced(it.get()).equals("none"))
            .orElseThrow();
    if (Namespace.synced(seen).equals("True")) {
      namespace.awaitSecret(name, Map.of("k", "v"));
    } else {
      String message = seen.at("/status/conditions/0/message").asString();
      assertTrue(message.contains(field), message);
      assertTrue(namespace.secret(name).isEmpty());
    }
  }

  private static String poisonName(String field) {
    return "poison-" + field.toLowerCase(Locale.ROOT);
  }

  @Test
  @Tag("C-114")
  @Tag("C-116")
  void a_broken_object_beside_a_good_one_fails_alone() {
    ObjectNode broken = sealed("broken", Map.of("good", "v"));
    items(broken).put("bad", "no base64 at all!");
    create(broken);
    create(sealed("fine", Map.of("k", "v")));
    namespace.awaitSecret("fine", Map.of("k", "v"));
    JsonNode told = namespace.awaitSynced("broken", "False");
    assertTrue(
        told.path("message").asString().contains("illegal base64 data at input byte 2 (bad)"),
        told.toString());
    assertTrue(namespace.secret("broken").isEmpty());
  }

  @Test
  @Tag("C-122")
  @Tag("C-128")
  void a_broken_template_beside_a_good_one_fails_alone() {
    create(withTemplate("broken-template", Map.of("data", Map.of("out", "{{ fail .k }}"))));
    create(withTemplate("rendered", Map.of("data", Map.of("out", "<{{ .k }}>"))));
    namespace.awaitSecret("rendered", Map.of("k", "v", "out", "<v>"));
    namespace.awaitSynced("rendered", "True");
    JsonNode told = namespace.awaitSynced("broken-template", "False");
    assertEquals("TemplateFailed", told.path("reason").asString(), told.toString());
    assertTrue(told.path("message").asString().contains("out"), told.toString());
    assertTrue(namespace.secret("broken-template").isEmpty());
  }

  @Test
  @Tag("C-100")
  void a_secret_edited_by_hand_is_repaired() {
    create(sealed("edited", Map.of("a", "1", "b", "2")));
    namespace.awaitSecret("edited", Map.of("a", "1", "b", "2"));
    namespace.awaitSynced("edited", "True");
    namespace.merge(Kind.SECRET, "edited", "{\"data\": {\"a\": \"eA==\", \"hand\": \"bWFkZQ==\"}}");
    namespace.awaitSecret("edited", Map.of("a", "1", "b", "2"));
    namespace.awaitSynced("edited", "True");
  }

  @Test
  @Tag("C-96")
  void a_secret_deleted_by_hand_comes_back() {
    create(sealed("deleted", Map.of("k", "v")));
    JsonNode first = namespace.awaitSecret("deleted", Map.of("k", "v"));
    namespace.kubectl("delete", "secret", "deleted");
    JsonNode second = namespace.awaitSecret("deleted", Map.of("k", "v"));
    assertFalse(first.at("/metadata/uid").equals(second.at("/metadata/uid")));
  }

  @Test
  @Tag("C-102")
  void a_scope_annotation_that_was_forgotten_may_be_added_later() {
    ObjectNode object =
        sealing.sealedSecret(namespace.name(), "late", Map.of("k", "v"), Scope.NAMESPACE_WIDE);
    object.withObject("metadata").remove("annotations");
    create(object);
    namespace.awaitSynced("late", "False");
    namespace.kubectl(
        "annotate", "sealedsecret", "late", "sealedsecrets.bitnami.com/namespace-wide=true");
    namespace.awaitSecret("late", Map.of("k", "v"));
    namespace.awaitSynced("late", "True");
  }

  @Test
  @Tag("C-83")
  @Tag("C-98")
  @Tag("C-185")
  void a_foreign_secret_is_left_alone_and_its_removal_is_noticed() {
    namespace.kubectl("create", "secret", "generic", "foreign", "--from-literal=mine=1");
    create(sealed("foreign", Map.of("k", "v")));
    JsonNode told = namespace.awaitSynced("foreign", "False");
    assertTrue(
        told.path("message")
            .asString()
            .startsWith(
                "failed update: Resource \"foreign\" already exists and is not managed by"
                    + " SealedSecret"),
        told.toString());
    assertEquals(Map.of("mine", "1"), Namespace.items(namespace.secret("foreign").orElseThrow()));
    namespace.kubectl("delete", "secret", "foreign");
    namespace.awaitSecret("foreign", Map.of("k", "v"));
    namespace.awaitSynced("foreign", "True");
  }

  @Test
  @Tag("C-95")
  void what_an_earlier_object_left_is_taken_over_also_when_no_collector_comes() {
    Optional<Testbed> testbed = Testbed.current();
    if (testbed.isEmpty()) {
      System.out.println("no testbed: 0 garbage collectors held back");
      return;
    }
    create(sealed("earlier", Map.of("k", "old")));
    namespace.awaitSecret("earlier", Map.of("k", "old"));
    testbed.get().stopCollecting();
    try {
      namespace.kubectl("delete", "sealedsecret", "earlier");
      create(sealed("earlier", Map.of("k", "new")));
      Await.until(
          "it is taken over",
          Duration.ofMinutes(1),
          () -> namespace.secret("earlier").map(Namespace::items),
          it -> it.equals(Optional.of(Map.of("k", "new"))));
    } finally {
      testbed.get().goOnCollecting();
    }
    namespace.awaitSynced("earlier", "True");
    Await.pause(Duration.ofSeconds(2));
    namespace.awaitSecret("earlier", Map.of("k", "new"));
  }

  @Test
  @Tag("C-135")
  void a_failure_that_turns_into_another_is_told_anew() {
    ObjectNode object = sealed("other-cause", Map.of("k", "v"));
    items(object).put("k", "!");
    create(object);
    namespace.awaitSynced("other-cause", "False");
    namespace.merge(
        Kind.SEALED_SECRET, "other-cause", "{\"spec\": {\"encryptedData\": {\"k\": \"AAAA\"}}}");
    JsonNode told = namespace.awaitSynced("other-cause", "False");
    assertTrue(told.path("message").asString().contains("no key could decrypt secret (k)"));
  }

  @Test
  @Tag("C-107")
  void a_namespace_that_goes_away_takes_all_along() {
    create(sealed("inside", Map.of("k", "v")));
    namespace.awaitSecret("inside", Map.of("k", "v"));
    namespace.kubectl("delete", "namespace", namespace.name(), "--wait", "--timeout=60s");
    signet.cluster().newNamespace(namespace.name());
    create(sealed("again", Map.of("k", "v")));
    namespace.awaitSecret("again", Map.of("k", "v"));
  }

  private void create(ObjectNode object) {
    namespace.create(Kind.SEALED_SECRET, object);
  }

  private ObjectNode sealed(String name, Map<String, String> items) {
    return sealing.sealedSecret(namespace.name(), name, items);
  }

  private ObjectNode withTemplate(String name, Map<String, Object> template) {
    ObjectNode object = sealed(name, Map.of("k", "v"));
    object.withObject("spec").set("template", Json.tree(template));
    return object;
  }

  private static ObjectNode items(ObjectNode object) {
    return object.withObject("spec").withObject("encryptedData");
  }
}
