package dev.signet.template.crypto;

import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/** Signs with a private key, by the algorithm that goes with it. */
record CertificateSigner(AlgorithmIdentifier algorithm, Signer signer) {
  private static final int SHA_256_BITS = 256;
  private static final int SHA_384_BITS = 384;

  static CertificateSigner of(PrivateKey key, SecureRandom random) throws UnusableException {
    return switch (key.key()) {
      case RSAPrivateCrtKeyParameters rsa -> {
        Signer signer = new RSADigestSigner(new SHA256Digest());
        signer.init(true, rsa);
        yield new CertificateSigner(
            new AlgorithmIdentifier(
                PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
            signer);
      }
      case ECPrivateKeyParameters curve -> curve(curve, random);
      case Ed25519PrivateKeyParameters edwards -> {
        Signer signer = new Ed25519Signer();
        signer.init(true, edwards);
        yield new CertificateSigner(new AlgorithmIdentifier(PrivateKey.ED25519), signer);
      }
      default -> throw new UnusableException("x509: only RSA, ECDSA and Ed25519 keys supported");
    };
  }

  /** With a hash as long as the curve. */
  private static CertificateSigner curve(ECPrivateKeyParameters curve, SecureRandom random) {
    int bits = curve.getParameters().getN().bitLength();
    Digest digest =
        bits <= SHA_256_BITS
            ? new SHA256Digest()
            : bits <= SHA_384_BITS ? new SHA384Digest() : new SHA512Digest();
    ASN1ObjectIdentifier name =
        bits <= SHA_256_BITS
            ? X9ObjectIdentifiers.ecdsa_with_SHA256
            : bits <= SHA_384_BITS
                ? X9ObjectIdentifiers.ecdsa_with_SHA384
                : X9ObjectIdentifiers.ecdsa_with_SHA512;
    Signer signer = new DSADigestSigner(new ECDSASigner(), digest);
    signer.init(true, new ParametersWithRandom(curve, random));
    return new CertificateSigner(new AlgorithmIdentifier(name), signer);
  }

  byte[] sign(byte[] bytes) throws UnusableException {
    signer.update(bytes, 0, bytes.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException | RuntimeException _) {
      // Numbers that are no key: found by Bouncy Castle when it checks what it signed, at the
      // latest.
      throw new UnusableException("x509: the private key does not sign");
    }
  }
}
