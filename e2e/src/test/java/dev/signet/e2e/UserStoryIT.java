package dev.signet.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kubeseal;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a user does on the first day, with a controller that was just installed. */
class UserStoryIT {
  @RegisterExtension static final Signet signet = Signet.asInstalled();

  private final Namespace namespace = signet.namespace();
  private final Kubeseal kubeseal = signet.kubeseal();

  @Test
  @Tag("C-72")
  @Tag("C-133")
  @Tag("C-136")
  void a_sealed_secret_becomes_the_secret_that_was_sealed() {
    String sealed = createAndSeal("db", "--from-literal=password=s3cr3t --from-literal=user=app");
    assertFalse(sealed.contains("s3cr3t"), "the value is readable");
    namespace.apply(sealed);

    JsonNode secret = namespace.awaitSecret("db", Map.of("password", "s3cr3t", "user", "app"));
    assertEquals("Opaque", secret.path("type").asString());
    JsonNode synced = namespace.awaitSynced("db", "True");
    assertEquals("Synced", synced.path("type").asString());
    assertFalse(synced.has("message"), "success has no message");
  }

  @Test
  @Tag("C-73")
  void the_secret_is_owned_by_its_sealed_secret_alone() {
    namespace.apply(createAndSeal("owned", "--from-literal=k=v"));
    JsonNode secret = namespace.awaitSecret("owned", Map.of("k", "v"));
    JsonNode owner = namespace.sealedSecret("owned").orElseThrow();
    Map<String, Object> reference =
        Map.of(
            "apiVersion", "bitnami.com/v1alpha1",
            "kind", "SealedSecret",
            "name", "owned",
            "uid", owner.at("/metadata/uid").asString(),
            "controller", true);
    assertEquals(
        Json.tree(Map.of("owners", List.of(reference))).path("owners"),
        secret.at("/metadata/ownerReferences"));
  }

  @Test
  @Tag("C-93")
  void deleting_the_sealed_secret_takes_the_secret_along() {
    namespace.apply(createAndSeal("gone", "--from-literal=k=v"));
    namespace.awaitSecret("gone", Map.of("k", "v"));
    namespace.kubectl("delete", "sealedsecret", "gone");
    namespace.awaitNoSecret("gone");
  }

  @Test
  @Tag("C-81")
  @Tag("C-134")
  void a_changed_sealed_secret_changes_its_secret() {
    namespace.apply(createAndSeal("changed", "--from-literal=a=1 --from-literal=b=2"));
    namespace.awaitSecret("changed", Map.of("a", "1", "b", "2"));
    namespace.apply(createAndSeal("changed", "--from-literal=a=3 --from-literal=c=4"));
    namespace.awaitSecret("changed", Map.of("a", "3", "c", "4"));
    namespace.awaitSynced("changed", "True");
  }

  @Test
  @Tag("C-110")
  void every_scope_opens_where_it_should() {
    for (String scope : List.of("strict", "namespace-wide", "cluster-wide")) {
      namespace.apply(createAndSeal(scope, "--from-literal=k=v", "--scope", scope));
    }
    for (String scope : List.of("strict", "namespace-wide", "cluster-wide")) {
      namespace.awaitSecret(scope, Map.of("k", "v"));
    }
  }

  @Test
  @Tag("C-110")
  void a_wider_scope_survives_a_new_name_and_a_narrow_one_does_not() {
    String sealed = createAndSeal("first", "--from-literal=k=v", "--scope", "namespace-wide");
    namespace.apply(sealed.replace("name: first", "name: second"));
    namespace.awaitSecret("second", Map.of("k", "v"));

    String strict = createAndSeal("third", "--from-literal=k=v");
    namespace.apply(strict.replace("name: third", "name: fourth"));
    assertRefused(namespace, "fourth");
  }

  @Test
  @Tag("C-113")
  @Tag("C-184")
  void what_was_sealed_for_one_namespace_does_not_open_in_another() {
    String sealed = createAndSeal("moved", "--from-literal=k=v");
    Namespace other = signet.cluster().newNamespace();
    other.apply(sealed.replace("namespace: " + namespace.name(), "namespace: " + other.name()));
    assertRefused(other, "moved");
    other.delete();
  }

  private static void assertRefused(Namespace place, String name) {
    JsonNode condition = place.awaitSynced(name, "False");
    String message = condition.path("message").asString();
    assertTrue(message.contains("no key could decrypt secret (k)"), message);
    JsonNode event = place.awaitEvent(name, "ErrUnsealFailed");
    assertTrue(event.path("message").asString().startsWith("Failed to unseal: no key could"));
    assertTrue(place.secret(name).isEmpty(), "a Secret was made");
  }

  @Test
  @Tag("C-119")
  void binary_and_empty_values_arrive_byte_for_byte() {
    byte[] all = new byte[256 * 40];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    String base64 = Base64.getEncoder().encodeToString(all);
    String script =
        """
        file=$(mktemp)
        printf %%s '%s' | base64 -d >"$file"
        kubectl create secret generic binary -n %s --from-file=all="$file" \
          --from-literal=empty= --dry-run=client -o json |
          kubeseal --cert "$CERT" --allow-empty-data
        rm "$file"
        """
            .formatted(base64, namespace.name());
    namespace.apply(kubeseal.shell(script));
    namespace.awaitSecret("binary", Map.of("all", new String(all, ISO_8859_1), "empty", ""));
  }

  @Test
  @Tag("C-75")
  @Tag("C-79")
  void labels_annotations_and_type_of_the_secret_are_kept() {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        type: kubernetes.io/basic-auth
        metadata:
          name: typed
          namespace: %s
          labels: {team: a}
          annotations: {note: kept}
        stringData: {username: u, password: p}
        """
            .formatted(namespace.name());
    namespace.apply(kubeseal.seal(secret));
    JsonNode made = namespace.awaitSecret("typed", Map.of("username", "u", "password", "p"));
    assertEquals("kubernetes.io/basic-auth", made.path("type").asString());
    assertEquals("a", made.at("/metadata/labels/team").asString());
    assertEquals("kept", made.at("/metadata/annotations/note").asString());
  }

  @Test
  @Tag("C-48")
  @Tag("C-60")
  @Tag("C-69")
  @Tag("C-149")
  void the_certificate_is_that_of_the_key_made_at_the_first_start() {
    List<JsonNode> keys = signet.installation().keySecrets();
    assertEquals(1, keys.size());
    JsonNode key = keys.getFirst();
    Map<String, String> items = Namespace.items(key);
    assertEquals(items.get("tls.crt"), signet.controller().get("/v1/cert.pem"));
    assertTrue(items.getOrDefault("tls.key", "").startsWith("-----BEGIN RSA PRIVATE KEY-----"));
    assertEquals("kubernetes.io/tls", key.path("type").asString());
    assertEquals("sealed-secrets-key", key.at("/metadata/generateName").asString());
    assertEquals(
        "active",
        key.at("/metadata/labels").path("sealedsecrets.bitnami.com/sealed-secrets-key").asString());
    assertFalse(key.has("immutable"));
    assertFalse(key.path("metadata").has("annotations"));
  }

  @Test
  @Tag("C-45")
  @Tag("C-148")
  void it_says_that_it_lives_and_that_it_is_ready() {
    assertEquals("ok\n", signet.controller().get("/healthz"));
    assertEquals("ok\n", signet.controller().get("/readyz"));
    Await.until(
        "no metrics at the front door",
        Duration.ofSeconds(20),
        () -> signet.controller().status("/metrics") == 404);
  }

  @Test
  @Tag("C-168")
  @Tag("C-170")
  @Tag("C-172")
  @Tag("C-171")
  void metrics_follow_each_object() {
    namespace.apply(createAndSeal("counted", "--from-literal=k=v"));
    namespace.awaitSynced("counted", "True");
    String series =
        """
        sealed_secrets_controller_condition_info{condition="Synced",name="counted",namespace="%s",\
        ss_app_kubernetes_io_instance=""}\
        """
            .formatted(namespace.name());
    awaitMetric(series + " 1", true);
    namespace.kubectl("delete", "sealedsecret", "counted");
    awaitMetric(series, false);
  }

  private static void awaitMetric(String text, boolean there) {
    Await.until(
        (there ? "in the metrics: " : "not in the metrics: ") + text,
        Duration.ofSeconds(10),
        () -> signet.controller().metrics().contains(text) == there);
  }

  private String createAndSeal(String name, String literals, String... flags) {
    return kubeseal.shell(
        "kubectl create secret generic %s -n %s %s --dry-run=client -o yaml"
                .formatted(name, namespace.name(), literals)
            + " | kubeseal --cert \"$CERT\" -o yaml "
            + String.join(" ", flags));
  }
}
