package dev.signet.crypto;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class MontgomeryTest {
  private final RandomGenerator random = Seeded.random();

  @Test
  void it_multiplies_as_big_integer_does() {
    for (int run = 0; run < 5000; run++) {
      BigInteger modulus = number(2 + random.nextInt(700)).setBit(0).add(BigInteger.TWO);
      assertProduct(number(710).mod(modulus), number(710).mod(modulus), modulus, Seeded.at(run));
    }
  }

  /**
   * Carries and borrows run through all limbs here, and the last subtraction is needed or is not.
   */
  @Test
  void it_multiplies_numbers_at_the_edges() {
    for (int bits = 2; bits < 200; bits++) {
      BigInteger ones = ONE.shiftLeft(bits).subtract(ONE);
      BigInteger sparse = ONE.shiftLeft(bits).add(ONE);
      for (BigInteger modulus : List.of(ones, sparse)) {
        BigInteger last = modulus.subtract(ONE);
        for (BigInteger a : List.of(ZERO, ONE, last, modulus.shiftRight(1))) {
          assertProduct(a, last, modulus, bits + " bits");
          assertProduct(a, ONE, modulus, bits + " bits");
        }
      }
    }
  }

  private static void assertProduct(
      BigInteger a, BigInteger b, BigInteger modulus, String message) {
    byte[] product = new Montgomery(modulus).multiply(a, b);
    assertEquals((modulus.bitLength() + 7) / 8, product.length, message);
    assertEquals(a.multiply(b).mod(modulus), new BigInteger(1, product), message);
  }

  private BigInteger number(int bits) {
    byte[] bytes = Seeded.bytes(random, (bits + 7) / 8);
    return new BigInteger(1, bytes).shiftRight(8 * bytes.length - bits);
  }
}
