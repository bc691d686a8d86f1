package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to a sealed value, it no longer opens, and nothing tells why. */
@Tag("K-02")
@Tag("K-08")
@Tag("C-113")
@Tag("C-195")
final class TamperingTest {
  private static final Scope SCOPE = new Scope.Strict("team-a", "creds");
  private static final byte[] LABEL = SCOPE.label();
  private static final int RSA_START = 2;
  private static final int RSA_LENGTH = 128;

  private final SealingKey key = Vectors.key("rsa1024");
  private final KeyRing ring = KeyRing.of(List.of(key));
  private final RandomGenerator random = Seeded.random();
  private final byte[] sealed =
      new Sealer(random::nextBytes)
          .seal(key.publicKey(), SCOPE, Plaintext.of("hunter2".getBytes(UTF_8)))
          .toBytes();

  @Test
  void the_value_itself_opens() throws UnsealException {
    Opened opened = ring.open(SealedValue.parse(sealed), SCOPE, List.of());
    assertArrayEquals("hunter2".getBytes(UTF_8), opened.plaintext().reveal());
  }

  @Test
  void every_flipped_bit_is_refused() {
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused(flipped, SCOPE);
    }
  }

  @Test
  void every_truncation_at_either_end_is_refused() {
    for (int length = 0; length < sealed.length; length++) {
      assertRefused(Arrays.copyOf(sealed, length), SCOPE);
      assertRefused(Arrays.copyOfRange(sealed, sealed.length - length, sealed.length), SCOPE);
    }
  }

  @Test
  void every_byte_too_many_is_refused() {
    for (int extra = 1; extra < 40; extra++) {
      assertRefused(Arrays.copyOf(sealed, sealed.length + extra), SCOPE);
    }
  }

  @Test
  void a_length_prefix_that_is_not_the_size_of_the_modulus_is_refused() {
    byte[] padded = Arrays.copyOf(sealed, 70_000);
    for (int length = 0; length <= 0xffff; length += length < 2048 ? 1 : 127) {
      if (length != RSA_LENGTH) {
        padded[0] = (byte) (length >> 8);
        padded[1] = (byte) length;
        assertRefused(padded, SCOPE);
      }
    }
  }

  @Test
  void every_other_scope_is_refused() {
    for (Scope other :
        List.of(
            new Scope.Strict("team-a", "cred"),
            new Scope.Strict("team-b", "creds"),
            new Scope.NamespaceWide("team-a"),
            new Scope.ClusterWide())) {
      assertRefused(sealed, other);
    }
  }

  @Test
  void a_block_as_large_as_the_modulus_or_larger_is_refused() {
    BigInteger modulus = key.publicKey().modulus();
    BigInteger block =
        new BigInteger(1, Arrays.copyOfRange(sealed, RSA_START, RSA_START + RSA_LENGTH));
    assertRefused(withRsaBlock(FixedLength.toBytes(modulus, RSA_LENGTH)), SCOPE);
    // The same number modulo n, so RSA alone would not tell.
    BigInteger larger = block.add(modulus);
    if (larger.bitLength() <= 8 * RSA_LENGTH) {
      assertRefused(withRsaBlock(FixedLength.toBytes(larger, RSA_LENGTH)), SCOPE);
    }
    byte[] ones = new byte[RSA_LENGTH];
    Arrays.fill(ones, (byte) 0xff);
    assertRefused(withRsaBlock(ones), SCOPE);
  }

  /** The blocks of Manger's attack: c * f^e, where only the size of the result is wanted. */
  @Test
  void products_of_the_block_are_refused() {
    PublicKey publicKey = key.publicKey();
    BigInteger block =
        new BigInteger(1, Arrays.copyOfRange(sealed, RSA_START, RSA_START + RSA_LENGTH));
    for (int shift = 1; shift < 64; shift++) {
      BigInteger factor =
          BigInteger.TWO.pow(shift).modPow(publicKey.exponent(), publicKey.modulus());
      BigInteger product = block.multiply(factor).mod(publicKey.modulus());
      assertRefused(withRsaBlock(FixedLength.toBytes(product, RSA_LENGTH)), SCOPE);
    }
  }

  /** Well-formed up to one fault, and with a session key that the attacker knows and uses. */
  @Test
  void crafted_blocks_are_refused() {
    byte[] sessionKey = Seeded.bytes(random, 32);
    byte[] item = ItemCipher.encrypt(sessionKey, "forged".getBytes(UTF_8));
    byte[] good = Oaep.encode(sessionKey, LABEL, Seeded.bytes(random, 32), RSA_LENGTH);
    // A leading byte that is not zero; small, to stay below the modulus.
    for (int first = 1; first < 0xa0; first++) {
      byte[] block = good.clone();
      block[0] = (byte) first;
      assertRefused(crafted(block, item), SCOPE);
    }
    // A wrong hash of the label, padding or separator, found after unmasking.
    for (int at = 0; at < RSA_LENGTH - Oaep.DB_START - 32; at++) {
      byte[] db = Oaep.unkeyedDb(LABEL, RSA_LENGTH);
      System.arraycopy(sessionKey, 0, db, db.length - 32, 32);
      db[at] ^= 2;
      assertRefused(crafted(masked(db), item), SCOPE);
    }
  }

  /** The decoy is not known to be zeros, or the session key of a failed block, or anything. */
  @Test
  void an_item_under_a_guessed_decoy_is_refused() {
    byte[] block = Oaep.encode(new byte[32], "other".getBytes(UTF_8), new byte[32], RSA_LENGTH);
    byte[] item = ItemCipher.encrypt(new byte[32], "forged".getBytes(UTF_8));
    assertRefused(crafted(block, item), SCOPE);
  }

  private byte[] masked(byte[] db) {
    byte[] seed = Seeded.bytes(random, 32);
    Oaep.xor(db, Oaep.mask(seed, db.length));
    Oaep.xor(seed, Oaep.mask(db, 32));
    byte[] block = new byte[RSA_LENGTH];
    System.arraycopy(seed, 0, block, 1, 32);
    System.arraycopy(db, 0, block, Oaep.DB_START, db.length);
    return block;
  }

  private byte[] crafted(byte[] block, byte[] item) {
    return new SealedValue(key.publicKey().apply(block), item).toBytes();
  }

  private byte[] withRsaBlock(byte[] rsaBlock) {
    byte[] changed = sealed.clone();
    System.arraycopy(rsaBlock, 0, changed, RSA_START, RSA_LENGTH);
    return changed;
  }

  private void assertRefused(byte[] value, Scope scope) {
    Refusal.assertBlind(
        assertThrows(
            UnsealException.class, () -> ring.open(SealedValue.parse(value), scope, List.of())));
  }
}
