package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-01")
@Tag("K-03")
@Tag("K-04")
final class SealerTest {
  private static final int LARGEST = 900 * 1024;

  private final RandomGenerator random = Seeded.random();
  private final SealingKey key = Vectors.key("rsa1024");
  private final KeyRing ring = KeyRing.of(List.of(key));
  private final Sealer sealer = new Sealer(RandomSource.secure());

  @Test
  void what_was_sealed_opens_in_every_scope_and_size() throws Exception {
    for (int run = 0; run < 200; run++) {
      byte[] content = Seeded.bytes(random, run < 64 ? run : random.nextInt(5000));
      Scope scope =
          switch (run % 3) {
            case 0 -> new Scope.Strict(word(), word());
            case 1 -> new Scope.NamespaceWide(word());
            default -> new Scope.ClusterWide();
          };
      assertOpens(content, scope, Seeded.at(run));
    }
  }

  @Test
  void unusual_content_opens() throws Exception {
    Scope scope = new Scope.Strict("team-a", "creds");
    assertOpens(new byte[0], scope, "empty");
    assertOpens(new byte[100], scope, "zeros");
    assertOpens("a\0b\r\n\u00e9\u540d\ud83d\ude00".getBytes(UTF_8), scope, "text");
    assertOpens(Seeded.bytes(random, LARGEST), scope, "large");
  }

  @Test
  void a_value_is_as_long_as_its_parts() {
    for (int length : new int[] {0, 1, 15, 16, 17, 1000}) {
      SealedValue value = seal(new byte[length]);
      assertEquals(2 + 128 + length + 16, value.toBytes().length);
      assertEquals(128, value.rsaBlock().length);
    }
  }

  /** The zero nonce stands on this. */
  @Test
  void the_same_value_is_never_sealed_under_the_same_session_key() {
    SealedValue first = seal("same".getBytes(UTF_8));
    SealedValue second = seal("same".getBytes(UTF_8));
    assertNotEquals(Bytes.of(first.rsaBlock()), Bytes.of(second.rsaBlock()));
    assertNotEquals(Bytes.of(first.aesPart()), Bytes.of(second.aesPart()));
  }

  @Test
  void without_random_bytes_nothing_is_sealed() {
    Sealer starved = new Sealer(FixedRandom.of(new byte[32]));
    assertThrows(
        NoSuchElementException.class,
        () -> starved.seal(key.publicKey(), new Scope.ClusterWide(), Plaintext.of(new byte[] {1})));
  }

  private void assertOpens(byte[] content, Scope scope, String message) throws Exception {
    SealedValue sealed = sealer.seal(key.publicKey(), scope, Plaintext.of(content));
    SealedValue read = SealedText.decode(SealedText.encode(sealed));
    assertEquals(sealed, read, message);
    assertArrayEquals(content, ring.open(read, scope, List.of()).plaintext().reveal(), message);
  }

  private SealedValue seal(byte[] content) {
    return sealer.seal(key.publicKey(), new Scope.ClusterWide(), Plaintext.of(content));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= random.nextInt(63); i++) {
      word.appendCodePoint(
          "abcdefghijklmnopqrstuvwxyz0123456789-.\u00e9\u540d".charAt(random.nextInt(40)));
    }
    return word.toString();
  }
}
