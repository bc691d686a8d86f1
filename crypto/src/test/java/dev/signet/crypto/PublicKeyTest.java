package dev.signet.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-71")
final class PublicKeyTest {
  private static final BigInteger E = BigInteger.valueOf(65537);
  private static final BigInteger MODULUS = Vectors.key("rsa1024").publicKey().modulus();

  @Test
  void sizes_from_1024_to_16384_bits_are_taken() {
    for (int bits : new int[] {1024, 1025, 2048, 4096, 16384}) {
      assertEquals(bits, new PublicKey(odd(bits), E).bits());
    }
    for (int bits : new int[] {2, 512, 1023, 16385}) {
      assertThrows(IllegalArgumentException.class, () -> new PublicKey(odd(bits), E));
    }
  }

  @Test
  void an_even_or_negative_modulus_is_refused() {
    for (BigInteger modulus :
        List.of(MODULUS.add(BigInteger.ONE), MODULUS.negate(), BigInteger.ZERO)) {
      assertThrows(IllegalArgumentException.class, () -> new PublicKey(modulus, E));
    }
  }

  /** With exponent 1 the ciphertext is the session key; Go draws the same lines. */
  @Test
  void an_exponent_that_hides_nothing_or_is_no_exponent_is_refused() {
    for (long exponent : new long[] {-1, 0, 1, 2, 4, 65536, 1L << 31, (1L << 31) + 1}) {
      BigInteger bad = BigInteger.valueOf(exponent);
      assertThrows(IllegalArgumentException.class, () -> new PublicKey(MODULUS, bad));
    }
    for (long exponent : new long[] {3, 17, 65537, Integer.MAX_VALUE}) {
      BigInteger good = BigInteger.valueOf(exponent);
      assertEquals(good, new PublicKey(MODULUS, good).exponent());
    }
  }

  @Test
  @Tag("K-02")
  void a_block_fits_if_it_is_as_long_as_the_modulus_and_below_it() {
    PublicKey key = new PublicKey(MODULUS, E);
    BigInteger largest = MODULUS.subtract(BigInteger.ONE);
    assertTrue(key.fits(new byte[128]));
    assertTrue(key.fits(FixedLength.toBytes(largest, 128)));
    assertFalse(key.fits(FixedLength.toBytes(MODULUS, 128)));
    assertFalse(key.fits(FixedLength.toBytes(largest, 127)));
    assertFalse(key.fits(FixedLength.toBytes(BigInteger.ONE, 129)));
  }

  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
  }
}
