package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of vectors/crypto, made or judged by the real kubeseal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VectorsTest {
  private final List<String> run = new ArrayList<>();

  static List<Vectors.Case> open() {
    return Vectors.cases("crypto/open.json");
  }

  static List<Vectors.Case> reject() {
    return Vectors.cases("crypto/reject.json");
  }

  static List<Vectors.Case> tolerated() {
    return Vectors.cases("crypto/tolerated.json");
  }

  static List<Vectors.Case> keyring() {
    return Vectors.cases("crypto/keyring.json");
  }

  static List<Vectors.Case> steps() {
    return Vectors.cases("crypto/steps.json");
  }

  static List<Vectors.Case> labels() {
    return Vectors.cases("crypto/labels.json");
  }

  static List<Vectors.Case> base64() {
    return Vectors.cases("crypto/base64.json");
  }

  static List<Vectors.Case> legacy() {
    return Vectors.cases("crypto/legacy.json");
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-01")
  @Tag("K-02")
  @Tag("K-03")
  @Tag("K-04")
  @Tag("K-05")
  @Tag("C-111")
  void open(Vectors.Case given) throws UnsealException {
    run.add(given.name());
    assertArrayEquals(given.plaintext(), unseal(given, given.base64("ciphertext")));
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-02")
  @Tag("K-05")
  @Tag("K-08")
  @Tag("C-113")
  @Tag("C-195")
  void reject(Vectors.Case given) {
    run.add(given.name());
    assertRefused(given);
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-03")
  void tolerated(Vectors.Case given) {
    run.add(given.name());
    assertRefused(given);
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-08")
  @Tag("C-112")
  void keyring(Vectors.Case given) throws UnsealException {
    run.add(given.name());
    if (!given.has("plaintext")) {
      assertRefused(given);
      return;
    }
    SealedValue value = SealedValue.parse(given.base64("ciphertext"));
    Fingerprint fitting = Vectors.key(given.text("fits")).fingerprint();
    KeyRing ring = given.ring();
    // The hint is every key in turn, so also the right one and several wrong ones.
    for (SealingKey hinted : ring.keys()) {
      Opened opened = ring.open(value, given.scope(), List.of(hinted.fingerprint()));
      assertArrayEquals(given.plaintext(), opened.plaintext().reveal());
      assertEquals(fitting, opened.key());
    }
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-03")
  @Tag("K-04")
  void steps(Vectors.Case given) {
    run.add(given.name());
    byte[] label = given.text("label").getBytes(UTF_8);
    byte[] sessionKey = given.hex("session_key");
    byte[] seed = given.hex("oaep_seed");
    PublicKey key = Vectors.certificate(given.text("key")).publicKey();

    assertArrayEquals(given.hex("label_hash"), Sha256.of(label));
    byte[] oaepBlock = Oaep.encode(sessionKey, label, seed, key.size());
    assertArrayEquals(given.hex("oaep_block"), oaepBlock);
    assertArrayEquals(given.hex("rsa_block"), key.apply(oaepBlock));
    assertArrayEquals(given.hex("aes_block"), ItemCipher.encrypt(sessionKey, given.plaintext()));

    SealedValue sealed =
        new Sealer(FixedRandom.of(sessionKey, seed))
            .seal(key, given.scope(), Plaintext.of(given.plaintext()));
    assertArrayEquals(given.base64("ciphertext"), sealed.toBytes());
    assertEquals(given.text("ciphertext"), SealedText.encode(sealed));
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-05")
  @Tag("K-06")
  @Tag("C-110")
  void labels(Vectors.Case given) {
    run.add(given.name());
    Scope scope =
        Scope.of(given.text("namespace"), given.text("name_of_secret"), given.map("annotations"));
    assertEquals(given.text("label"), new String(scope.label(), UTF_8));
    String kind =
        switch (scope) {
          case Scope.Strict _ -> "strict";
          case Scope.NamespaceWide _ -> "namespace-wide";
          case Scope.ClusterWide _ -> "cluster-wide";
        };
    assertEquals(given.text("scope"), kind);
  }

  @ParameterizedTest
  @MethodSource
  @Tag("K-07")
  void base64(Vectors.Case given) throws IllegalBase64Exception, UnsealException {
    run.add(given.name());
    if (given.has("plaintext")) {
      SealedValue value = SealedText.decode(given.text("text"));
      assertArrayEquals(given.plaintext(), unseal(given, value.toBytes()));
      return;
    }
    Exception refusal =
        assertThrows(
            Exception.class,
            () ->
                given.ring().open(SealedText.decode(given.text("text")), given.scope(), List.of()));
    // The key of the item stands behind the words, and is not known here.
    assertEquals(given.text("fails"), refusal.getMessage() + " (k)");
  }

  /**
   * The part of the old format that is cryptography; the rest of its words are others' business.
   */
  @ParameterizedTest
  @MethodSource
  @Tag("K-09")
  void legacy(Vectors.Case given) throws Exception {
    run.add(given.name());
    Vectors.Case object = given.child("sealed_secret");
    Vectors.Case metadata = object.child("metadata");
    Scope scope =
        Scope.of(metadata.text("namespace"), metadata.text("name"), metadata.map("annotations"));
    String data = object.child("spec").text("data");
    if (given.has("fails") && given.text("fails").equals("no key could decrypt secret")) {
      assertThrows(
          UnsealException.class,
          () -> given.ring().open(SealedText.decode(data), scope, List.of()));
    } else {
      Opened opened = given.ring().open(SealedText.decode(data), scope, List.of());
      assertTrue(opened.plaintext().size() > 0);
    }
  }

  @AfterAll
  void every_case_of_the_folder_has_run_once() {
    List<String> all =
        Vectors.filesOfCases("crypto").stream()
            .flatMap(file -> Vectors.cases(file).stream())
            .map(Vectors.Case::name)
            .toList();
    assertEquals(all.size(), run.size());
    assertEquals(new TreeSet<>(all), new TreeSet<>(run));
    System.out.println("vectors/crypto: " + run.size() + " cases");
  }

  private static byte[] unseal(Vectors.Case given, byte[] value) throws UnsealException {
    Opened opened = given.ring().open(SealedValue.parse(value), given.scope(), List.of());
    return opened.plaintext().reveal();
  }

  private static void assertRefused(Vectors.Case given) {
    UnsealException refusal =
        assertThrows(UnsealException.class, () -> unseal(given, given.base64("ciphertext")));
    Refusal.assertBlind(refusal);
  }
}
