package dev.signet.controller.keys;

import static dev.signet.controller.keys.KeyFixtures.recorded;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class StoredKeyTest {
  @Test
  @Tag("C-48")
  @Tag("C-53")
  @Tag("C-71")
  void every_recorded_key_secret_can_be_used() {
    for (String name :
        List.of("generated", "key-a", "key-b", "key-legacy", "key-outside", "key-p8")) {
      StoredKey read = StoredKey.read(recorded(name));
      StoredKey.Usable usable = assertInstanceOf(StoredKey.Usable.class, read, read::toString);
      assertEquals(
          recorded(name).path("metadata").path("name").stringValue(""), usable.key().secretName());
    }
  }

  @Test
  @Tag("C-53")
  @Tag("C-54")
  void what_is_wrong_with_a_key_secret_is_named() {
    assertUnusable("private key is not an RSA key", recorded("key-ec"));
    ObjectNode noKey = recorded("key-a");
    noKey.withObject("data").remove("tls.key");
    assertUnusable("data does not contain a valid RSA or ECDSA private key", noKey);
    ObjectNode noCertificate = recorded("key-a");
    noCertificate.withObject("data").put("tls.crt", "");
    assertUnusable("data does not contain any valid RSA or ECDSA certificates", noCertificate);
    ObjectNode notBase64 = recorded("key-a");
    notBase64.withObject("data").put("tls.key", "***");
    assertUnusable("data does not contain a valid RSA or ECDSA private key", notBase64);
  }

  @Test
  @Tag("C-54")
  void the_first_certificate_counts() {
    ObjectNode chain = recorded("key-a");
    chain
        .withObject("data")
        .put("tls.crt", base64(text("key-a", "tls.crt") + text("key-b", "tls.crt")));
    assertInstanceOf(StoredKey.Usable.class, StoredKey.read(chain));
    chain
        .withObject("data")
        .put("tls.crt", base64(text("key-b", "tls.crt") + text("key-a", "tls.crt")));
    assertUnusable("certificate is of another key", chain);
  }

  @Test
  @Tag("C-57")
  void a_certificate_that_has_expired_spoils_no_key() {
    StoredKey.Usable usable =
        assertInstanceOf(StoredKey.Usable.class, StoredKey.read(recorded("key-a")));
    Instant longAfter = Instant.parse("2090-01-01T00:00:00Z");
    RenewalRules rules = new RenewalRules(Duration.ZERO, Optional.empty());
    Keys keys = Keys.of(List.of(usable.key()), KeyOrder.CERTIFICATE_NOT_BEFORE);
    assertInstanceOf(RenewalRules.Plan.Keep.class, rules.plan(keys, longAfter));
    assertTrue(keys.certificate().orElseThrow().expiredAt(longAfter).isPresent());
  }

  private static void assertUnusable(String why, ObjectNode secret) {
    StoredKey.Unusable unusable =
        assertInstanceOf(StoredKey.Unusable.class, StoredKey.read(secret));
    assertTrue(unusable.why().startsWith(why), unusable.why());
  }

  private static String text(String name, String item) {
    return new String(
        Base64.getDecoder().decode(recorded(name).path("data").path(item).stringValue("")),
        US_ASCII);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
  }
}
