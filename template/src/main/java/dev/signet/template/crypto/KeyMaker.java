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
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.BigIntegers;

/** Makes private keys. */
public final class KeyMaker {
  private static final int RSA_BITS = 4096;
  private static final int CERTIFICATE_BITS = 2048;
  private static final int DSA_BITS = 2048;
  private static final int DSA_ORDER_BITS = 256;
  private static final int CERTAINTY = 112;

  private final SecureRandom random;

  public KeyMaker(RandomGenerator random) {
    this.random = new Randomness(random);
  }

  /** What sort of key. */
  public enum Kind {
    RSA,
    DSA,
    ECDSA,
    ED25519
  }

  /** A new key in PEM. */
  public String pem(Kind kind) {
    return switch (kind) {
      case RSA -> rsa(RSA_BITS).pem();
      case DSA -> dsa().pem();
      case ECDSA -> ecdsa().pem();
      case ED25519 -> new PrivateKey(new Ed25519PrivateKeyParameters(random)).pem();
    };
  }

  PrivateKey forCertificate() {
    return rsa(CERTIFICATE_BITS);
  }

  /** By the JDK, which needs half the time. */
  private PrivateKey rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, random);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return new PrivateKey(PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(encoded)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  private PrivateKey ecdsa() {
    var name = SECObjectIdentifiers.secp256r1;
    var curve = new ECNamedDomainParameters(name, SECNamedCurves.getByOID(name));
    BigInteger number =
        BigIntegers.createRandomInRange(
            BigInteger.ONE, curve.getN().subtract(BigInteger.ONE), random);
    return new PrivateKey(new ECPrivateKeyParameters(number, curve));
  }

  private PrivateKey dsa() {
    var generator = new DSAParametersGenerator(new SHA256Digest());
    generator.init(
        new DSAParameterGenerationParameters(DSA_BITS, DSA_ORDER_BITS, CERTAINTY, random));
    DSAParameters parameters = generator.generateParameters();
    BigInteger number =
        BigIntegers.createRandomInRange(
            BigInteger.ONE, parameters.getQ().subtract(BigInteger.ONE), random);
    return new PrivateKey(new DSAPrivateKeyParameters(number, parameters));
  }
}
