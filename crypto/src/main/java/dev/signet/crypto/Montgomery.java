package dev.signet.crypto;

import java.math.BigInteger;

/**
 * Multiplication modulo an odd number in a time that depends on the size of the modulus alone
 * (Montgomery, Mathematics of Computation 44, 1985; the loop is CIOS of Koc, Acar and Kaliski, IEEE
 * Micro 16, 1996). Numbers are little-endian limbs of 32 bits.
 */
final class Montgomery {
  private static final long LIMB = 0xffff_ffffL;

  private final BigInteger modulus;
  private final int[] modulusLimbs;

  /** -1/modulus modulo 2^32. */
  private final int negatedInverse;

  Montgomery(BigInteger modulus) {
    this.modulus = modulus;
    int limbs = (modulus.bitLength() + Integer.SIZE - 1) / Integer.SIZE;
    this.modulusLimbs = toLimbs(modulus, limbs);
    BigInteger base = BigInteger.ONE.shiftLeft(Integer.SIZE);
    this.negatedInverse = modulus.modInverse(base).negate().intValue();
  }

  /**
   * The product, as long as the modulus, leading zeros kept. Taking the factors in may show them to
   * the clock; nothing shows the product.
   *
   * @param a below the modulus
   * @param b below the modulus
   */
  byte[] multiply(BigInteger a, BigInteger b) {
    int limbs = modulusLimbs.length;
    // The loop divides by R = 2^(32 * limbs); one factor brings it along.
    BigInteger scaled = b.shiftLeft(limbs * Integer.SIZE).mod(modulus);
    return toBytes(reduce(product(toLimbs(a, limbs), toLimbs(scaled, limbs))));
  }

  /** a * b / R, below twice the modulus, in one limb more than the modulus has. */
  private int[] product(int[] a, int[] b) {
    int limbs = modulusLimbs.length;
    int[] sum = new int[limbs + 1];
    for (int digit : a) {
      long high = addMultiple(sum, b, digit);
      // A multiple of the modulus that makes the lowest limb zero, so that a shift divides by 2^32.
      high += addMultiple(sum, modulusLimbs, sum[0] * negatedInverse);
      System.arraycopy(sum, 1, sum, 0, limbs);
      sum[limbs] = (int) high;
    }
    return sum;
  }

  /** Adds {@code number * digit} to {@code sum}; returns what does not fit in it, 0 or 1. */
  private static long addMultiple(int[] sum, int[] number, int digit) {
    long factor = digit & LIMB;
    long carry = 0;
    for (int i = 0; i < number.length; i++) {
      carry += (number[i] & LIMB) * factor + (sum[i] & LIMB);
      sum[i] = (int) carry;
      carry >>>= Integer.SIZE;
    }
    carry += sum[number.length] & LIMB;
    sum[number.length] = (int) carry;
    return carry >>> Integer.SIZE;
  }

  /** Takes the modulus off once if that leaves no less than zero; the work is the same if not. */
  private int[] reduce(int[] number) {
    int limbs = modulusLimbs.length;
    int[] reduced = new int[limbs];
    long borrow = 0;
    for (int i = 0; i < limbs; i++) {
      borrow += (number[i] & LIMB) - (modulusLimbs[i] & LIMB);
      reduced[i] = (int) borrow;
      borrow >>= Integer.SIZE;
    }
    borrow += number[limbs] & LIMB;
    int keep = (int) (borrow >> 63); // all ones if the number was below the modulus
    for (int i = 0; i < limbs; i++) {
      reduced[i] = (number[i] & keep) | (reduced[i] & ~keep);
    }
    return reduced;
  }

  private byte[] toBytes(int[] number) {
    byte[] bytes = new byte[(modulus.bitLength() + 7) / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[bytes.length - 1 - i] =
          (byte) (number[i / Integer.BYTES] >>> (i % Integer.BYTES * Byte.SIZE));
    }
    return bytes;
  }

  private static int[] toLimbs(BigInteger number, int limbs) {
    int[] result = new int[limbs];
    byte[] bytes = number.toByteArray();
    for (int i = 0; i < Math.min(bytes.length, limbs * Integer.BYTES); i++) {
      int octet = bytes[bytes.length - 1 - i] & 0xff;
      result[i / Integer.BYTES] |= octet << (i % Integer.BYTES * Byte.SIZE);
    }
    return result;
  }
}
