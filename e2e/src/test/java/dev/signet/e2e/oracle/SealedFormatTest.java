package dev.signet.e2e.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An oracle that is wrong would call a wrong Secret right. */
final class SealedFormatTest {
  private static final Path CRYPTO =
      Path.of(Objects.requireNonNull(System.getProperty("signet.vectors")), "crypto");

  @Test
  void opens_what_the_real_program_sealed() throws Exception {
    JsonNode keys = read("keys.json").path("keys");
    int opened = 0;
    for (JsonNode it : read("open.json").path("cases")) {
      PrivateKey key =
          Pem.privateKey(keys.path(it.at("/keys/0").asString()).path("pkcs1").asString());
      assertArrayEquals(
          plaintext(it),
          SealedFormat.open(key, it.path("label").asString(), bytes(it, "ciphertext"))
              .orElseThrow(),
          it.path("name").asString());
      opened++;
    }
    assertTrue(opened > 50, "only " + opened + " values");
  }

  @Test
  void refuses_what_the_real_program_refuses() throws Exception {
    JsonNode keys = read("keys.json").path("keys");
    int refused = 0;
    for (JsonNode it : read("reject.json").path("cases")) {
      for (JsonNode name : it.path("keys")) {
        PrivateKey key = Pem.privateKey(keys.path(name.asString()).path("pkcs1").asString());
        Optional<byte[]> opened =
            SealedFormat.open(key, it.path("label").asString(), bytes(it, "ciphertext"));
        assertTrue(opened.isEmpty(), it.path("name").asString());
        refused++;
      }
    }
    assertTrue(refused > 50, "only " + refused + " values");
  }

  @Test
  void opens_its_own_under_the_same_label_only() throws Exception {
    JsonNode pair = read("keys.json").at("/keys/rsa2048-a");
    byte[] sealed =
        SealedFormat.seal(
            Pem.publicKey(pair.path("pkcs1").asString()), "a/b", "value".getBytes(UTF_8));
    PrivateKey key = Pem.privateKey(pair.path("pkcs1").asString());
    assertEquals("value", new String(SealedFormat.open(key, "a/b", sealed).orElseThrow(), UTF_8));
    assertTrue(SealedFormat.open(key, "a/c", sealed).isEmpty());
  }

  private static byte[] plaintext(JsonNode it) {
    if (it.has("plaintext")) {
      return bytes(it, "plaintext");
    }
    String repeated = it.path("plaintext_repeat").asString();
    return repeated.repeat(it.path("plaintext_count").asInt()).getBytes(UTF_8);
  }

  private static byte[] bytes(JsonNode it, String field) {
    return Base64.getDecoder().decode(it.path(field).asString());
  }

  private static JsonNode read(String file) throws Exception {
    return new ObjectMapper().readTree(Files.readString(CRYPTO.resolve(file)));
  }
}
