package dev.signet.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/**
 * Bouncy Castle's RSA by the Chinese remainder theorem, blinded.
 *
 * <p>On timing: {@link BigInteger} takes longer for some numbers than for others, so the true
 * result never becomes one. The block is multiplied by {@code r^e} with a fresh random {@code r}
 * first (Kocher, CRYPTO 1996), which makes the exponentiation one of a random number and its result
 * {@code r} times the true one, random again. Only taking {@code r} out brings up the true result,
 * and that step, bytes included, is {@link Montgomery}'s, in constant time: leaving it to a
 * big-number library is what opened OpenSSL and others to Manger's and Bleichenbacher's attacks
 * (CVE-2022-4304; Kario, "Everlasting ROBOT: the Marvin attack", ESORICS 2023). Bouncy Castle's own
 * blinding takes {@code r} out with BigInteger and is not used for that reason.
 *
 * <p>The exponents are the same each time and not blinded: somebody who shares a processor's caches
 * with the process is not kept out by this class.
 *
 * <p>On faults: Bouncy Castle raises the result to the public exponent again and refuses one that
 * is wrong, as a single wrong one gives the key away (Boneh, DeMillo, Lipton, EUROCRYPT 1997).
 */
final class BlindedRsa implements PrivateOperation {
  /** Drawn in excess of the modulus, so that reducing leaves no bias worth the name. */
  private static final int EXCESS_BYTES = 16;

  private final RSAPrivateCrtKeyParameters key;
  private final PublicKey publicKey;
  private final RandomSource random;
  private final Montgomery arithmetic;

  BlindedRsa(RSAPrivateCrtKeyParameters key, RandomSource random) {
    this.key = key;
    this.publicKey = new PublicKey(key.getModulus(), key.getPublicExponent());
    this.random = random;
    this.arithmetic = new Montgomery(publicKey.modulus());
  }

  @Override
  public byte[] apply(byte[] block) {
    BigInteger modulus = publicKey.modulus();
    BigInteger factor = randomFactor();
    BigInteger blinded =
        new BigInteger(1, block)
            .multiply(factor.modPow(publicKey.exponent(), modulus))
            .mod(modulus);
    BigInteger blindedResult = exponentiate(blinded);
    return arithmetic.multiply(blindedResult, factor.modInverse(modulus));
  }

  private BigInteger randomFactor() {
    byte[] bytes = new byte[publicKey.size() + EXCESS_BYTES];
    random.fill(bytes);
    return new BigInteger(1, bytes).mod(publicKey.modulus());
  }

  private BigInteger exponentiate(BigInteger number) {
    RSAEngine engine = new RSAEngine();
    engine.init(false, key);
    byte[] bytes = FixedLength.toBytes(number, publicKey.size());
    try {
      return new BigInteger(1, engine.processBlock(bytes, 0, bytes.length));
    } catch (IllegalStateException e) {
      // The engine's check failed. Zero is the result of no valid block, so this opens nothing.
      return BigInteger.ZERO;
    }
  }
}
