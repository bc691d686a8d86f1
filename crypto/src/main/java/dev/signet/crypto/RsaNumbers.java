package dev.signet.crypto;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.jspecify.annotations.Nullable;

/** What the numbers of an RSA private key (RFC 8017, section 3.2) have to do with one another. */
final class RsaNumbers {
  private RsaNumbers() {}

  static PublicKey publicKey(RSAPrivateKey key) {
    return new PublicKey(key.getModulus(), key.getPublicExponent());
  }

  /** Without Bouncy Castle's primality test: a tenth of a second for each key at each start. */
  static RSAPrivateCrtKeyParameters parameters(RSAPrivateKey key) {
    return new RSAPrivateCrtKeyParameters(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrime1(),
        key.getPrime2(),
        key.getExponent1(),
        key.getExponent2(),
        key.getCoefficient(),
        true);
  }

  /**
   * What stands against these numbers as a private key, or null. Whether the primes are prime is
   * not asked, as in Go: numbers that agree were hardly damaged by accident.
   */
  static @Nullable String objection(RSAPrivateKey key) {
    if (key.getVersion().signum() != 0) {
      return "RSA key of more than two primes";
    }
    String objection = PublicKey.objection(key.getModulus(), key.getPublicExponent());
    if (objection != null) {
      return objection;
    }
    return isConsistent(key) ? null : "the numbers of its RSA key do not belong together";
  }

  private static boolean isConsistent(RSAPrivateKey key) {
    BigInteger p = key.getPrime1();
    BigInteger q = key.getPrime2();
    BigInteger e = key.getPublicExponent();
    // Ranges first, so that no number is too large to work with and no modulus too small.
    return isBetween(ONE, p, key.getModulus())
        && isBetween(ONE, q, key.getModulus())
        && p.multiply(q).equals(key.getModulus())
        && isInverse(key.getPrivateExponent(), e, p.subtract(ONE), key.getModulus())
        && isInverse(key.getPrivateExponent(), e, q.subtract(ONE), key.getModulus())
        && isInverse(key.getExponent1(), e, p.subtract(ONE), p)
        && isInverse(key.getExponent2(), e, q.subtract(ONE), q)
        && isInverse(key.getCoefficient(), q, p, p);
  }

  private static boolean isInverse(BigInteger a, BigInteger b, BigInteger modulus, BigInteger end) {
    return isBetween(BigInteger.ZERO, a, end) && a.multiply(b).mod(modulus).equals(ONE);
  }

  private static boolean isBetween(BigInteger below, BigInteger number, BigInteger above) {
    return number.compareTo(below) > 0 && number.compareTo(above) < 0;
  }
}
