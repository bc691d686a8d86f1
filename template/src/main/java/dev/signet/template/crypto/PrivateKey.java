package dev.signet.template.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private key, and how it is written: each kind in the form that tools have always had for it.
 */
final class PrivateKey {
  /** RFC 8410. */
  static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private final AsymmetricKeyParameter key;

  PrivateKey(AsymmetricKeyParameter key) {
    this.key = key;
  }

  AsymmetricKeyParameter key() {
    return key;
  }

  /** Prints nothing of it. */
  @Override
  public String toString() {
    return "PrivateKey[redacted]";
  }

  String pem() {
    try {
      return switch (key) {
        case RSAPrivateCrtKeyParameters rsa -> pem("RSA PRIVATE KEY", pkcs1(rsa));
        case ECPrivateKeyParameters curve -> pem("EC PRIVATE KEY", sec1(curve));
        case DSAPrivateKeyParameters dsa -> pem("DSA PRIVATE KEY", traditional(dsa));
        case Ed25519PrivateKeyParameters edwards -> pem("PRIVATE KEY", pkcs8(edwards));
        default -> throw new IllegalStateException("a kind that is never read or made");
      };
    } catch (IOException e) {
      throw new IllegalStateException("a key that was made can be written", e);
    }
  }

  private static String pem(String type, ASN1Object object) throws IOException {
    return new Pem(type, new Der(object.getEncoded("DER"))).text();
  }

  private static ASN1Object pkcs1(RSAPrivateCrtKeyParameters rsa) {
    return new RSAPrivateKey(
        rsa.getModulus(),
        rsa.getPublicExponent(),
        rsa.getExponent(),
        rsa.getP(),
        rsa.getQ(),
        rsa.getDP(),
        rsa.getDQ(),
        rsa.getQInv());
  }

  private static ASN1Object sec1(ECPrivateKeyParameters curve) {
    int bits = curve.getParameters().getN().bitLength();
    byte[] point = publicKey(curve).getQ().getEncoded(false);
    return new ECPrivateKey(bits, curve.getD(), new DERBitString(point), name(curve));
  }

  private static ASN1Encodable name(ECPrivateKeyParameters curve) {
    if (curve.getParameters() instanceof ECNamedDomainParameters named) {
      return named.getName();
    }
    throw new IllegalStateException("only named curves are read and made");
  }

  private static ASN1Object traditional(DSAPrivateKeyParameters dsa) {
    BigInteger p = dsa.getParameters().getP();
    BigInteger g = dsa.getParameters().getG();
    var numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(0));
    numbers.add(new ASN1Integer(p));
    numbers.add(new ASN1Integer(dsa.getParameters().getQ()));
    numbers.add(new ASN1Integer(g));
    numbers.add(new ASN1Integer(g.modPow(dsa.getX(), p)));
    numbers.add(new ASN1Integer(dsa.getX()));
    return new DERSequence(numbers);
  }

  private static ASN1Object pkcs8(Ed25519PrivateKeyParameters edwards) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(ED25519), new DEROctetString(edwards.getEncoded()));
  }

  /** Of those that can sign certificates. */
  SubjectPublicKeyInfo publicKey() throws UnusableException {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
          switch (key) {
            case RSAPrivateCrtKeyParameters rsa ->
                new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent(), true);
            case ECPrivateKeyParameters curve -> publicKey(curve);
            case Ed25519PrivateKeyParameters edwards -> edwards.generatePublicKey();
            default ->
                throw new UnusableException(
                    "x509: only RSA, ECDSA and Ed25519 keys supported for certificates");
          });
    } catch (IOException e) {
      throw new IllegalStateException("a key that was read can be written", e);
    }
  }

  private static ECPublicKeyParameters publicKey(ECPrivateKeyParameters curve) {
    return new ECPublicKeyParameters(
        new FixedPointCombMultiplier().multiply(curve.getParameters().getG(), curve.getD()),
        curve.getParameters());
  }
}
