package dev.signet.crypto;

import java.math.BigInteger;

/** An RSA public key that may seal. */
public record PublicKey(BigInteger modulus, BigInteger exponent) {
  static final int MIN_BITS = 1024;
  static final int MAX_BITS = 16384;

  /** The size of the modulus. */
  public int bits() {
    return modulus.bitLength();
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(this);
  }
}
