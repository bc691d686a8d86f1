package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of every key of vectors/crypto/keys.json reads as what it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("K-111")
@Tag("C-58")
final class KeyVectorsTest {
  private final List<String> run = new ArrayList<>();

  static Collection<Map.Entry<String, Vectors.Case>> keys() {
    return Vectors.keys().entrySet();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_key_of_the_set(Map.Entry<String, Vectors.Case> entry) {
    Vectors.Case key = entry.getValue();
    switch (key.text("type")) {
      case "rsa" -> {
        for (String form : List.of("pkcs1", "pkcs8")) {
          assertEquals(key.text("fingerprint"), only(key, form).fingerprint().text());
          assertEquals(key.number("bits"), only(key, form).publicKey().bits());
        }
        assertEquals(key.text("fingerprint"), certificate(key).publicKey().fingerprint().text());
      }
      case "tls" -> {
        if (key.has("key")) {
          assertEquals(certificate(key).publicKey().fingerprint(), only(key, "key").fingerprint());
        }
      }
      case "cert" -> assertEquals(2048, certificate(key).publicKey().bits());
      default -> {
        assertInstanceOf(KeyReading.Fault.class, SealingKey.readPrivateKeys(bytes(key, "pkcs8")));
        assertInstanceOf(
            CertificateReading.Fault.class, SealingCertificate.read(bytes(key, "crt")));
      }
    }
    run.add(entry.getKey());
  }

  @AfterAll
  void every_key_of_the_set_was_read() {
    assertEquals(new ArrayList<>(Vectors.keys().keySet()), run);
    System.out.println("vectors/crypto: " + run.size() + " keys");
  }

  private static SealingKey only(Vectors.Case key, String form) {
    return assertInstanceOf(KeyReading.Read.class, SealingKey.readPrivateKeys(bytes(key, form)))
        .first();
  }

  private static SealingCertificate certificate(Vectors.Case key) {
    return assertInstanceOf(
            CertificateReading.Read.class, SealingCertificate.read(bytes(key, "crt")))
        .first();
  }

  private static byte[] bytes(Vectors.Case key, String form) {
    return key.text(form).getBytes(UTF_8);
  }
}
