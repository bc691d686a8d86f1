package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyReadingTest {
  private static final String NO_KEY = "data does not contain a valid RSA or ECDSA private key";

  private static final byte[] KEY_A = Vectors.pem("rsa2048-a", "pkcs1");
  private static final byte[] KEY_B = Vectors.pem("rsa2048-b", "pkcs8");
  private static final byte[] EC_KEY = Vectors.pem("ec-p256", "sec1");
  private static final byte[] CERTIFICATE_A = Vectors.pem("rsa2048-a", "crt");

  @Test
  @Tag("K-111")
  void pkcs1_and_pkcs8_hold_the_same_key() {
    for (String name : List.of("rsa1024", "rsa2048-a", "rsa2048-b", "rsa3072", "rsa4096")) {
      SealingKey pkcs1 = only(SealingKey.readPrivateKeys(Vectors.pem(name, "pkcs1")));
      SealingKey pkcs8 = only(SealingKey.readPrivateKeys(Vectors.pem(name, "pkcs8")));
      assertEquals(pkcs1.publicKey(), pkcs8.publicKey());
      assertArrayEquals(pkcs1.privateKeyPem(), pkcs8.privateKeyPem());
      assertNull(pkcs8.certificate());
    }
  }

  @Test
  void a_key_is_written_as_pkcs1() {
    assertArrayEquals(KEY_A, only(SealingKey.readPrivateKeys(KEY_A)).privateKeyPem());
  }

  @Test
  @Tag("K-111")
  void all_keys_of_a_file_are_read_in_their_order_and_other_blocks_passed_over() {
    byte[] file =
        join(EC_KEY, CERTIFICATE_A, KEY_B, Vectors.pem("rsa2048-a", "encrypted-pkcs1"), KEY_A);
    KeyReading.Read read =
        assertInstanceOf(KeyReading.Read.class, SealingKey.readPrivateKeys(file));
    assertEquals(
        List.of(Vectors.key("rsa2048-b").fingerprint(), Vectors.key("rsa2048-a").fingerprint()),
        read.all().stream().map(SealingKey::fingerprint).toList());
  }

  @Test
  @Tag("K-70")
  @Tag("K-111")
  void utf_16_is_decoded() {
    byte[] file = ("\ufeff" + new String(KEY_A, US_ASCII)).getBytes(UTF_16LE);
    assertArrayEquals(KEY_A, only(SealingKey.readPrivateKeys(file)).privateKeyPem());
  }

  @Test
  @Tag("K-119")
  void an_encrypted_key_is_named_as_such() {
    for (String form : List.of("encrypted-pkcs1", "encrypted-pkcs8")) {
      KeyReading.Fault fault = fault(SealingKey.readPrivateKeys(Vectors.pem("rsa2048-a", form)));
      assertEquals(NO_KEY + ": it is encrypted with a passphrase", fault.message());
      assertEquals(
          Optional.of("decrypt it first: openssl pkey -in FILE -out DECRYPTED"), fault.hint());
    }
  }

  @Test
  @Tag("K-119")
  @Tag("C-53")
  void a_key_that_is_not_rsa_is_named() {
    for (byte[] file : List.of(EC_KEY, Vectors.pem("ec-p256", "pkcs8"))) {
      assertNotRsa(SealingKey.readPrivateKeys(file), "ECDSA");
    }
    assertNotRsa(SealingKey.readPrivateKeys(Vectors.pem("ed25519", "pkcs8")), "Ed25519");
  }

  @Test
  @Tag("K-71")
  void a_key_too_small_for_the_format_is_refused() {
    assertEquals(
        NO_KEY + ": RSA key of 512 bits is too small",
        fault(SealingKey.readPrivateKeys(Vectors.pem("rsa512", "pkcs8"))).message());
  }

  static Stream<Arguments> filesWithoutKey() {
    String pem = new String(KEY_A, US_ASCII);
    return Stream.of(
        Arguments.of(bytes(""), "the file is empty"),
        Arguments.of(bytes("nope"), "the file holds no line -----BEGIN RSA PRIVATE KEY-----"),
        Arguments.of(
            bytes("version https://git-lfs.github.com/spec/v1\n"),
            "the file is a Git LFS pointer: git lfs pull"),
        Arguments.of(bytes("<html>"), "the file is a web page, such as a log-in or an error page"),
        Arguments.of(CERTIFICATE_A, "the file holds a certificate; its private key is wanted"),
        Arguments.of(
            Vectors.pem("rsa2048-a", "pub"),
            "the file holds a public key; its private key is wanted"),
        Arguments.of(
            bytes(PemFile.encode("OPENSSH PRIVATE KEY", new byte[9])),
            "the file holds a key in OpenSSH's own form: ssh-keygen -p -m pkcs8 -f COPY"),
        Arguments.of(
            PemFile.blocks(pem).getFirst().content().toArray(),
            "the file is not text; if it is DER: openssl pkey -inform der -in FILE -out KEY.pem"),
        Arguments.of(
            bytes(pem.replaceAll("(?m)^", " ")),
            "its private key is indented, is no base64, or lacks its END line"));
  }

  @ParameterizedTest
  @MethodSource("filesWithoutKey")
  @Tag("K-119")
  @Tag("C-53")
  void a_file_without_a_key_gets_upstreams_words_and_a_hint(byte[] file, String hint) {
    for (KeyReading reading :
        List.of(SealingKey.readPrivateKeys(file), SealingKey.readPair(file, CERTIFICATE_A))) {
      assertEquals(NO_KEY, fault(reading).message());
      assertEquals(Optional.of(hint), fault(reading).hint());
    }
  }

  @Test
  void a_damaged_block_is_named_by_its_type_alone() {
    for (String type : List.of("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY")) {
      byte[] file = bytes(PemFile.encode(type, new byte[] {0x30, 0x03, 0x02, 0x01, 0x00}));
      assertEquals(
          NO_KEY + ": its block " + type + " is damaged",
          fault(SealingKey.readPrivateKeys(file)).message());
    }
  }

  @Test
  @Tag("C-54")
  void a_pair_holds_the_key_and_its_certificate() {
    SealingKey key = only(SealingKey.readPair(KEY_A, Vectors.pem("chain", "crt")));
    assertEquals(Vectors.certificate("chain"), key.certificate());
    assertEquals(Vectors.key("rsa2048-a").fingerprint(), key.fingerprint());
  }

  @Test
  @Tag("C-57")
  void a_pair_whose_certificate_has_expired_is_a_pair() {
    assertEquals(
        Vectors.certificate("expired"),
        only(SealingKey.readPair(KEY_A, Vectors.pem("expired", "crt"))).certificate());
  }

  @Test
  @Tag("C-53")
  void of_several_keys_in_a_pair_the_first_that_can_be_read_decides() {
    byte[] behindOthers = join(CERTIFICATE_A, Vectors.pem("rsa2048-b", "pkcs1").clone(), KEY_A);
    assertInstanceOf(
        KeyReading.CertificateOfAnotherKey.class, SealingKey.readPair(behindOthers, CERTIFICATE_A));
    byte[] behindUnreadable =
        join(
            bytes(PemFile.encode("RSA PRIVATE KEY", new byte[3])),
            Vectors.pem("rsa2048-a", "encrypted-pkcs8"),
            KEY_A,
            EC_KEY);
    assertEquals(
        Vectors.certificate("rsa2048-a"),
        only(SealingKey.readPair(behindUnreadable, CERTIFICATE_A)).certificate());
    assertNotRsa(SealingKey.readPair(join(EC_KEY, KEY_A), CERTIFICATE_A), "ECDSA");
  }

  @Test
  @Tag("C-56")
  void a_certificate_of_another_key_is_refused() {
    KeyReading.Fault fault = fault(SealingKey.readPair(KEY_B, CERTIFICATE_A));
    assertEquals("certificate is of another key than the private key", fault.message());
    String hint = fault.hint().orElseThrow();
    assertTrue(hint.contains(Vectors.key("rsa2048-a").fingerprint().text()), hint);
    assertTrue(hint.contains(Vectors.key("rsa2048-b").fingerprint().text()), hint);
  }

  @Test
  @Tag("C-54")
  void a_bad_certificate_makes_a_bad_pair_in_the_certificates_words() {
    assertEquals(
        "data does not contain any valid RSA or ECDSA certificates",
        fault(SealingKey.readPair(KEY_A, KEY_A)).message());
    assertEquals(
        "expected RSA public key but found ECDSA",
        fault(SealingKey.readPair(KEY_A, Vectors.pem("ec-p256", "crt"))).message());
  }

  private static void assertNotRsa(KeyReading reading, String algorithm) {
    assertEquals(new KeyReading.NotRsa(algorithm), reading);
    assertEquals("private key is not an RSA key", fault(reading).message());
    assertEquals(Optional.of("it is a key for " + algorithm), fault(reading).hint());
  }

  private static SealingKey only(KeyReading reading) {
    List<SealingKey> all = assertInstanceOf(KeyReading.Read.class, reading).all();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private static KeyReading.Fault fault(KeyReading reading) {
    return assertInstanceOf(KeyReading.Fault.class, reading);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(byte[]... files) {
    StringBuilder joined = new StringBuilder();
    for (byte[] file : files) {
      joined.append(new String(file, US_ASCII));
    }
    return bytes(joined.toString());
  }
}
