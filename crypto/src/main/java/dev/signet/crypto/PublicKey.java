package dev.signet.crypto;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An RSA public key that may be sealed with. */
public record PublicKey(BigInteger modulus, BigInteger exponent) {
  /** Smaller ones are within reach of anybody; kubeseal draws the same line. */
  static final int MIN_BITS = 1024;

  /** Larger ones do nothing but burn the time of whoever unseals. */
  static final int MAX_BITS = 16384;

  private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(3);
  private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(Integer.MAX_VALUE);

  public PublicKey {
    String objection = objection(modulus, exponent);
    if (objection != null) {
      throw new IllegalArgumentException(objection);
    }
  }

  /**
   * What stands against these numbers as a public key, or null. Cheap checks only: that the modulus
   * has two large factors is something that only the key's maker knows.
   */
  static @Nullable String objection(BigInteger modulus, BigInteger exponent) {
    if (modulus.bitLength() < MIN_BITS && modulus.signum() > 0) {
      return "RSA key of " + modulus.bitLength() + " bits is too small";
    }
    if (modulus.bitLength() > MAX_BITS) {
      return "RSA key of " + modulus.bitLength() + " bits is too large";
    }
    if (modulus.signum() < 0 || !modulus.testBit(0)) {
      return "RSA modulus is no product of two large primes";
    }
    if (exponent.compareTo(MIN_EXPONENT) < 0
        || exponent.compareTo(MAX_EXPONENT) > 0
        || !exponent.testBit(0)) {
      return "RSA public exponent is not an odd number from 3 to 2147483647";
    }
    return null;
  }

  /** The size of the modulus. */
  public int bits() {
    return modulus.bitLength();
  }

  /** Of the OpenSSH form, which is the same in every certificate of this key. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(this);
  }

  /** The modulus in bytes, and so the length of every RSA block. */
  int size() {
    return (bits() + 7) / 8;
  }

  /** Whether a block is of the right length and, as a number, below the modulus. */
  boolean fits(byte[] block) {
    return block.length == size() && new BigInteger(1, block).compareTo(modulus) < 0;
  }

  /** The raw RSA public operation, leading zeros kept. */
  byte[] apply(byte[] block) {
    return FixedLength.toBytes(new BigInteger(1, block).modPow(exponent, modulus), size());
  }
}
