package dev.signet.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/** Makes sealing keys. */
final class KeyGenerator {
  private final Clock clock;
  private final RandomSource random;

  KeyGenerator(Clock clock, RandomSource random) {
    this.clock = clock;
    this.random = random;
  }

  SealingKey generate(KeySpec spec) {
    RSAPrivateKey numbers = generateNumbers(spec.bits());
    Instant now = clock.instant();
    SelfSignedCertificate certificate =
        new SelfSignedCertificate(
            spec.commonName(), serial(), toSecond(now), toSecond(now.plus(spec.validity())));
    return SealingKey.of(numbers, certificate.sign(RsaNumbers.parameters(numbers)));
  }

  /** The JDK's generator: twice as fast as Bouncy Castle's for 4096 bits. */
  private RSAPrivateKey generateNumbers(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(
          new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), new SourceRandom(random));
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
      return new RSAPrivateKey(
          key.getModulus(),
          key.getPublicExponent(),
          key.getPrivateExponent(),
          key.getPrimeP(),
          key.getPrimeQ(),
          key.getPrimeExponentP(),
          key.getPrimeExponentQ(),
          key.getCrtCoefficient());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  private static Instant toSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Below 2^128, as upstream's, and never zero, which RFC 5280 forbids. */
  private BigInteger serial() {
    byte[] bytes = new byte[16];
    random.fill(bytes);
    return new BigInteger(1, bytes).max(BigInteger.ONE);
  }
}
