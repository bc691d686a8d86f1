package dev.signet.template.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.Primes;
import org.bouncycastle.util.BigIntegers;

/** Makes private keys. */
public final class KeyMaker {
  private static final int RSA_BITS = 4096;
  private static final int CERTIFICATE_BITS = 2048;
  private static final int DSA_BITS = 2048;
  private static final int DSA_ORDER_BITS = 256;
  private static final int CERTAINTY = 112;

  private final RandomGenerator source;

  public KeyMaker(RandomGenerator random) {
    this.source = random;
  }

  /** What sort of key. */
  public enum Kind {
    RSA,
    DSA,
    ECDSA,
    ED25519
  }

  /**
   * A new key in PEM. Some are looked for over seconds.
   *
   * @param pause is run now and then meanwhile, and may end it by an exception
   */
  public String pem(Kind kind, Runnable pause) {
    SecureRandom random = new Randomness(source, pause);
    return switch (kind) {
      case RSA -> rsa(RSA_BITS, random).pem();
      case DSA -> dsa(random).pem();
      case ECDSA -> ecdsa(random).pem();
      case ED25519 -> new PrivateKey(new Ed25519PrivateKeyParameters(random)).pem();
    };
  }

  PrivateKey forCertificate() {
    return rsa(CERTIFICATE_BITS, new Randomness(source));
  }

  /** By the JDK, which needs half the time. */
  private static PrivateKey rsa(int bits, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, random);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return new PrivateKey(PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(encoded)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  private static PrivateKey ecdsa(SecureRandom random) {
    var name = SECObjectIdentifiers.secp256r1;
    var curve = new ECNamedDomainParameters(name, SECNamedCurves.getByOID(name));
    BigInteger number =
        BigIntegers.createRandomInRange(
            BigInteger.ONE, curve.getN().subtract(BigInteger.ONE), random);
    return new PrivateKey(new ECPrivateKeyParameters(number, curve));
  }

  private static PrivateKey dsa(SecureRandom random) {
    DSAParameters parameters = parameters(random);
    BigInteger number =
        BigIntegers.createRandomInRange(
            BigInteger.ONE, parameters.getQ().subtract(BigInteger.ONE), random);
    return new PrivateKey(new DSAPrivateKeyParameters(number, parameters));
  }

  /** As Go makes them: drawn, not derived from a seed that somebody could check (FIPS 186-4). */
  private static DSAParameters parameters(SecureRandom random) {
    BigInteger q = BigIntegers.createRandomPrime(DSA_ORDER_BITS, CERTAINTY, random);
    BigInteger p = BigInteger.ONE;
    while (p.bitLength() != DSA_BITS || Primes.hasAnySmallFactors(p) || !isPrime(p)) {
      BigInteger drawn = BigIntegers.createRandomBigInteger(DSA_BITS, random).setBit(DSA_BITS - 1);
      p = drawn.subtract(drawn.mod(q.shiftLeft(1))).add(BigInteger.ONE);
    }
    BigInteger exponent = p.subtract(BigInteger.ONE).divide(q);
    BigInteger g = BigInteger.ONE;
    for (BigInteger base = BigInteger.TWO; g.equals(BigInteger.ONE); base = base.add(g)) {
      g = base.modPow(exponent, p);
    }
    return new DSAParameters(p, q, g);
  }

  private static boolean isPrime(BigInteger number) {
    return number.isProbablePrime(CERTAINTY);
  }
}
