package dev.signet.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-08")
@Tag("C-112")
final class KeyRingTest {
  private static final Scope SCOPE = new Scope.Strict("team-a", "creds");

  private final List<SealingKey> keys =
      List.of(
          Vectors.key("rsa1024"),
          Vectors.key("rsa2048-a"),
          Vectors.key("rsa2048-b"),
          Vectors.key("rsa3072"));

  @Test
  void every_key_opens_what_was_sealed_for_it_whatever_the_order_and_the_hint() throws Exception {
    List<SealingKey> shuffled = new ArrayList<>(keys);
    Random random = new Random(7);
    for (SealingKey key : keys) {
      SealedValue value = seal(key);
      for (int run = 0; run < 6; run++) {
        Collections.shuffle(shuffled, random);
        List<Fingerprint> hint =
            shuffled.stream().limit(random.nextInt(5)).map(SealingKey::fingerprint).toList();
        Collections.shuffle(shuffled, random);
        Opened opened = KeyRing.of(shuffled).open(value, SCOPE, hint);
        assertEquals(key.fingerprint(), opened.key());
        assertArrayEquals(new byte[] {1, 2, 3}, opened.plaintext().reveal());
      }
    }
  }

  @Test
  void a_hint_of_unknown_or_repeated_keys_does_no_harm() throws Exception {
    Fingerprint unknown = new Fingerprint("SHA256:nobody");
    Fingerprint wrong = keys.get(2).fingerprint();
    SealedValue value = seal(keys.get(1));
    Opened opened = KeyRing.of(keys).open(value, SCOPE, List.of(unknown, wrong, wrong, unknown));
    assertEquals(keys.get(1).fingerprint(), opened.key());
  }

  @Test
  void without_the_key_nothing_opens() {
    SealedValue value = seal(Vectors.key("rsa2048-c"));
    for (KeyRing ring : List.of(KeyRing.of(keys), KeyRing.of(List.of()))) {
      Refusal.assertBlind(
          assertThrows(UnsealException.class, () -> ring.open(value, SCOPE, List.of())));
    }
  }

  @Test
  @Tag("C-58")
  void a_key_given_twice_counts_once() {
    KeyRing ring = KeyRing.of(List.of(keys.get(1), Vectors.key("rsa2048-a"), keys.get(0)));
    assertEquals(
        List.of(keys.get(1).fingerprint(), keys.get(0).fingerprint()),
        ring.keys().stream().map(SealingKey::fingerprint).toList());
    assertEquals(keys.get(1), ring.find(keys.get(1).fingerprint()).orElseThrow());
    assertTrue(ring.find(keys.get(3).fingerprint()).isEmpty());
  }

  @Test
  @Tag("K-02")
  void only_keys_as_large_as_the_block_are_tried_and_the_hint_comes_first() throws Exception {
    List<String> tried = new ArrayList<>();
    KeyRing ring =
        KeyRing.of(
            List.of(
                recording("rsa1024", tried),
                recording("rsa2048-a", tried),
                recording("rsa3072", tried),
                recording("rsa2048-b", tried)));
    SealedValue value = seal(Vectors.key("rsa2048-b"));

    ring.open(value, SCOPE, List.of());
    assertEquals(List.of("rsa2048-a", "rsa2048-b"), tried);

    tried.clear();
    ring.open(value, SCOPE, List.of(Vectors.key("rsa2048-b").fingerprint()));
    assertEquals(List.of("rsa2048-b"), tried);

    tried.clear();
    SealedValue foreign = seal(Vectors.key("rsa4096"));
    assertThrows(UnsealException.class, () -> ring.open(foreign, SCOPE, List.of()));
    assertEquals(List.of(), tried);
  }

  /** Writes down its name each time it is asked, and then does the real thing. */
  private static SealingKey recording(String name, List<String> tried) {
    PrivateOperation real = Vectors.key(name).operation();
    return new SealingKey(
        Vectors.numbers(name),
        block -> {
          tried.add(name);
          return real.apply(block);
        },
        null);
  }

  private static SealedValue seal(SealingKey key) {
    return new Sealer(RandomSource.secure())
        .seal(key.publicKey(), SCOPE, Plaintext.of(new byte[] {1, 2, 3}));
  }
}
