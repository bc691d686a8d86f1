package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.oracle.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody tries who may write SealedSecrets, or reaches the port of the metrics. */
final class AttacksIT {
  private static final String KEY = "sealed-secrets-keyaaaaa";

  @RegisterExtension
  static final Signet signet = Signet.withKeys("key-a").flags("--metrics-omit-secret-labels");

  private final Namespace namespace = signet.namespace();
  private final Namespace own = signet.installation().own();

  @Test
  @Tag("C-185")
  @Tag("C-192")
  void a_sealed_secret_named_as_a_key_replaces_no_key() {
    JsonNode before = own.secret(KEY).orElseThrow();
    ObjectNode object = signet.sealing().sealedSecret(own.name(), KEY, Map.of("tls.key", "mine"));
    object
        .withObject("spec")
        .set(
            "template",
            Json.tree(
                Map.of(
                    "metadata",
                    Map.of(
                        "annotations",
                        Map.of("sealedsecrets.bitnami.com/managed", "true"),
                        "labels",
                        Map.of("sealedsecrets.bitnami.com/sealed-secrets-key", "active")))));
    own.create(Kind.SEALED_SECRET, object);
    String message = own.awaitSynced(KEY, "False").path("message").asString();
    assertTrue(message.contains("already exists and is not managed by SealedSecret"), message);
    assertEquals(before, own.secret(KEY).orElseThrow());
    own.kubectl("delete", "sealedsecret", KEY);
  }

  @Test
  @Tag("C-184")
  @Tag("C-186")
  void a_ciphertext_opens_under_no_other_name_and_a_foreign_secret_is_not_given_away_by_it() {
    Sealing sealing = signet.sealing();
    ObjectNode good = sealing.sealedSecret(namespace.name(), "theirs", Map.of("k", "v"));
    namespace.create(Kind.SEALED_SECRET, good);
    namespace.awaitSecret("theirs", Map.of("k", "v"));
    ObjectNode moved = good.deepCopy();
    moved.withObject("metadata").put("name", "mine");
    namespace.create(Kind.SEALED_SECRET, moved);
    namespace.awaitSynced("mine", "False");
    assertTrue(namespace.secret("mine").isEmpty());

    namespace.kubectl("create", "secret", "generic", "foreign", "--from-literal=k=kept");
    for (String annotation : List.of("managed", "patch")) {
      String allowed = "sealedsecrets.bitnami.com/" + annotation;
      ObjectNode taker = sealing.sealedSecret(namespace.name(), "foreign", Map.of("k", "taken"));
      taker.withObject("metadata").withObject("annotations").put(allowed, "true");
      taker
          .withObject("spec")
          .set(
              "template",
              Json.tree(Map.of("metadata", Map.of("annotations", Map.of(allowed, "true")))));
      namespace.create(Kind.SEALED_SECRET, taker);
      namespace.awaitSynced("foreign", "False");
      namespace.kubectl("delete", "sealedsecret", "foreign");
      assertEquals(Map.of("k", "kept"), Namespace.items(namespace.secret("foreign").orElseThrow()));
    }
  }

  @Test
  @Tag("C-189")
  @Tag("C-190")
  void templates_reach_neither_environment_nor_names_and_heavy_ones_fail_alone() {
    List<String> templates =
        List.of(
            "{{ env \"PATH\" }}",
            "{{ expandenv \"$PATH\" }}",
            "{{ getHostByName \"localhost\" }}",
            "{{ repeat 2000000000 \"x\" }}",
            "{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}",
            "{{ range $i := until 100000 }}{{ range $j := until 100000 }}{{ end }}{{ end }}");
    List<String> names = new ArrayList<>();
    for (String template : templates) {
      String name = "hostile-" + names.size();
      names.add(name);
      ObjectNode object = signet.sealing().sealedSecret(namespace.name(), name, Map.of("k", "v"));
      object.withObject("spec").set("template", Json.tree(Map.of("data", Map.of("out", template))));
      namespace.create(Kind.SEALED_SECRET, object);
    }
    namespace.create(
        Kind.SEALED_SECRET,
        signet.sealing().sealedSecret(namespace.name(), "unharmed", Map.of("k", "v")));
    namespace.awaitSecret("unharmed", Map.of("k", "v"));
    String told = "";
    for (String name : names) {
      told += namespace.awaitSynced(name, "False");
      assertTrue(namespace.secret(name).isEmpty(), name);
    }
    assertFalse((told + signet.controller().log()).contains(System.getenv("PATH")), told);
  }

  @Test
  @Tag("C-27")
  @Tag("C-193")
  void metrics_that_anybody_may_read_name_no_object_if_they_are_not_to() {
    ObjectNode good = signet.sealing().sealedSecret(namespace.name(), "nameless", Map.of("k", "v"));
    namespace.create(Kind.SEALED_SECRET, good);
    namespace.awaitSynced("nameless", "True");
    ObjectNode bad = signet.sealing().sealedSecret(namespace.name(), "failing-name", Map.of());
    bad.withObject("spec").withObject("encryptedData").put("k", "***");
    namespace.create(Kind.SEALED_SECRET, bad);
    namespace.awaitSynced("failing-name", "False");
    String page = signet.controller().metrics();
    assertTrue(page.contains("sealed_secrets_controller_unseal_requests_total"));
    for (String name : List.of("nameless", "failing-name", "condition_info")) {
      assertFalse(page.contains(name), () -> name + " is in\n" + page);
    }
  }
}
