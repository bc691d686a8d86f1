package dev.signet.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Installation;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.oracle.Sealing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sealing keys come, go and turn out bad while the controller runs. */
final class KeysIT {
  private static final Path CRYPTO = Path.of(Cluster.property("signet.vectors"), "crypto");
  private static final Map<String, String> ITEMS = Map.of("k", "v");
  private static final Duration SOON = Duration.ofSeconds(20);

  /** The recorded keys are older than keys may get by default. */
  @RegisterExtension
  static final Signet signet = Signet.withKeys("key-a").flags("--key-renew-period=0");

  private final Namespace namespace = signet.namespace();

  /** The values are from the real kubeseal, for this namespace and name. */
  @Test
  @Tag("C-68")
  @Tag("C-71")
  @Tag("C-112")
  void what_the_real_kubeseal_sealed_opens_once_its_keys_are_restored() {
    Namespace team = signet.cluster().newNamespace("team-a");
    Map<String, String> wanted = new TreeMap<>();
    team.create(Kind.SEALED_SECRET, recorded("team-a/creds", "creds", Map.of(), wanted));
    team.awaitSynced("creds", "False");
    assertTrue(team.secret("creds").isEmpty());

    JsonNode keys = Json.read(CRYPTO.resolve("keys.json")).path("keys");
    for (String name : List.of("rsa2048-a", "rsa3072", "rsa4096", "rsa1024")) {
      JsonNode key = keys.path(name);
      signet
          .installation()
          .addKey("restored-" + name, key.path("pkcs1").asString(), key.path("crt").asString());
    }
    team.awaitSecret("creds", wanted);
    team.awaitSynced("creds", "True");
    team.delete();
  }

  /** The recorded values of that label, as the items of one object. */
  private static ObjectNode recorded(
      String label, String name, Map<String, String> annotations, Map<String, String> wanted) {
    ObjectNode object =
        Json.tree(
            Map.of(
                "apiVersion", "bitnami.com/v1alpha1",
                "kind", "SealedSecret",
                "metadata", Map.of("name", name, "annotations", annotations)));
    ObjectNode items = object.withObject("spec").putObject("encryptedData");
    for (JsonNode it : Json.read(CRYPTO.resolve("open.json")).path("cases")) {
      if (it.path("label").asString().equals(label) && it.has("plaintext")) {
        String item = it.path("name").asString();
        items.put(item, it.path("ciphertext").asString());
        wanted.put(item, latin1(it.path("plaintext").asString()));
      }
    }
    assertTrue(items.size() > 10, "there are only " + items.size() + " recorded values");
    return object;
  }

  private static String latin1(String base64) {
    return new String(Base64.getDecoder().decode(base64), ISO_8859_1);
  }

  @Test
  @Tag("C-51")
  @Tag("C-59")
  @Tag("C-67")
  @Tag("C-69")
  void the_newest_key_is_served_until_it_is_taken_out_of_use() {
    assertServed("key-a");
    signet.installation().withKey("key-b");
    assertServed("key-b");
    Sealing sealing = Installation.sealing("key-b");
    seal(sealing, "by-b");
    namespace.awaitSecret("by-b", ITEMS);

    label("sealed-secrets-keybbbbb", "compromised");
    assertServed("key-a");
    seal(sealing, "late-by-b");
    namespace.awaitSynced("late-by-b", "False");

    label("sealed-secrets-keybbbbb", "active");
    namespace.awaitSecret("late-by-b", ITEMS);
    own().kubectl("delete", "secret", "sealed-secrets-keybbbbb");
    assertServed("key-a");
  }

  @Test
  @Tag("C-52")
  @Tag("C-188")
  void a_key_in_another_namespace_is_no_key() {
    ObjectNode key = (ObjectNode) Json.read(Installation.KEYS.resolve("key-b.json"));
    key.withObject("metadata").put("namespace", namespace.name());
    namespace.create(Kind.SECRET, key);
    seal(Installation.sealing("key-b"), "by-a-stranger");
    namespace.awaitSynced("by-a-stranger", "False");
    assertServed("key-a");
  }

  @Test
  @Tag("C-55")
  @Tag("C-56")
  void a_secret_that_is_no_key_is_told_about_and_skipped_also_at_the_start() {
    signet.installation().withKey("key-ec");
    signet.installation().addKey("garbage", "no key", "no certificate");
    signet
        .installation()
        .addKey(
            "not-a-pair",
            Json.text(Installation.KEYS.resolve("key-b.key")),
            Json.text(Installation.KEYS.resolve("key-outside.crt")));
    seal(signet.sealing(), "unharmed");
    namespace.awaitSecret("unharmed", ITEMS);

    signet.controller().kill();
    signet.start().awaitReady();
    assertServed("key-a");
    seal(signet.sealing(), "unharmed-still");
    namespace.awaitSecret("unharmed-still", ITEMS);
    for (String bad : List.of("garbage", "not-a-pair")) {
      assertTrue(signet.controller().log().contains(bad), "the log does not name " + bad);
      own().kubectl("delete", "secret", bad);
    }
  }

  @Test
  @Tag("C-65")
  @Tag("C-66")
  void a_signal_makes_a_new_key_and_the_old_one_still_opens() {
    Set<String> before = keyNames();
    signet.controller().signal("USR1");
    Set<String> after =
        Await.until("a new key", SOON, KeysIT::keyNames, it -> it.size() > before.size());
    after.removeAll(before);
    String made = after.iterator().next();
    String certificate =
        Namespace.items(own().secret(made).orElseThrow()).getOrDefault("tls.crt", "");
    Await.until(
        "the new certificate is served",
        SOON,
        () -> signet.controller().get("/v1/cert.pem"),
        certificate::equals);
    seal(signet.sealing(), "by-the-old-key");
    namespace.awaitSecret("by-the-old-key", ITEMS);
    own().kubectl("delete", "secret", made);
    assertServed("key-a");
  }

  private static Set<String> keyNames() {
    return signet.installation().keySecrets().stream()
        .map(it -> it.at("/metadata/name").asString())
        .collect(toCollection(HashSet::new));
  }

  private static void assertServed(String key) {
    String certificate = Json.text(Installation.KEYS.resolve(key + ".crt"));
    Await.until(
        "the certificate of " + key + " is served",
        SOON,
        () -> signet.controller().get("/v1/cert.pem"),
        certificate::equals);
  }

  private static void label(String secret, String value) {
    own().kubectl("label", "--overwrite", "secret", secret, Installation.KEY_LABEL + "=" + value);
  }

  private static Namespace own() {
    return signet.installation().own();
  }

  private void seal(Sealing sealing, String name) {
    namespace.create(Kind.SEALED_SECRET, sealing.sealedSecret(namespace.name(), name, ITEMS));
  }
}
