package dev.signet.template.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/** Reads private keys in PEM: PKCS#1, SEC 1, PKCS#8, and the old form of DSA. */
final class KeyReader {
  private static final String SUFFIX = " PRIVATE KEY";
  private static final int SMALLEST_MODULUS = 1024;
  private static final int LARGEST_MODULUS = 16_384;
  private static final int DSA_NUMBERS = 6;

  /** Go has these curves and no others. */
  private static final List<ASN1ObjectIdentifier> CURVES =
      List.of(
          SECObjectIdentifiers.secp224r1,
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          SECObjectIdentifiers.secp521r1);

  private KeyReader() {}

  static PrivateKey read(String octets) throws UnusableException {
    Pem pem = Pem.first(octets);
    if (pem == null) {
      throw new UnusableException("no PEM data in input");
    }
    if (!pem.type().equals("PRIVATE KEY") && !pem.type().endsWith(SUFFIX)) {
      throw new UnusableException("no private key data in PEM block");
    }
    try {
      return new PrivateKey(read(pem));
    } catch (IOException | RuntimeException _) {
      // Bouncy Castle throws a colourful lot over bytes that are none of its kinds.
      throw new UnusableException("the private key in the PEM block cannot be read");
    }
  }

  private static AsymmetricKeyParameter read(Pem pem) throws IOException, UnusableException {
    byte[] der = pem.der().bytes();
    return switch (pem.type()) {
      case "PRIVATE KEY" -> pkcs8(PrivateKeyInfo.getInstance(der));
      case "RSA PRIVATE KEY" -> rsa(RSAPrivateKey.getInstance(der));
      case "EC PRIVATE KEY" -> curve(ECPrivateKey.getInstance(der), null);
      case "DSA PRIVATE KEY" -> dsa(ASN1Sequence.getInstance(der));
      default -> throw new UnusableException("invalid private key type");
    };
  }

  private static AsymmetricKeyParameter pkcs8(PrivateKeyInfo info)
      throws IOException, UnusableException {
    return switch (PrivateKeyFactory.createKey(info)) {
      case RSAPrivateCrtKeyParameters _ -> rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
      case ECPrivateKeyParameters _ ->
          curve(
              ECPrivateKey.getInstance(info.parsePrivateKey()),
              info.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier name
                  ? name
                  : null);
      case Ed25519PrivateKeyParameters key -> key;
      default -> throw new UnusableException("unknown key type in PKCS#8");
    };
  }

  /** Consistent, but its primes are not tested: it costs much, and harms who gives it alone. */
  private static AsymmetricKeyParameter rsa(RSAPrivateKey key) throws UnusableException {
    BigInteger product = key.getPrime1().multiply(key.getPrime2());
    int bits = key.getModulus().bitLength();
    if (!product.equals(key.getModulus())
        || !key.getModulus().testBit(0)
        || !isUsual(key.getPublicExponent())
        || bits < SMALLEST_MODULUS
        || bits > LARGEST_MODULUS
        || key.getPrivateExponent().bitLength() > bits
        || !areInverse(key.getExponent1(), key.getPublicExponent(), minusOne(key.getPrime1()))
        || !areInverse(key.getExponent2(), key.getPublicExponent(), minusOne(key.getPrime2()))
        || !areInverse(key.getCoefficient(), key.getPrime2(), key.getPrime1())) {
      throw new UnusableException("the RSA key is not consistent, or of a size that is not read");
    }
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

  /** Of a size that Go takes: whoever signs raises to it, and a huge one takes its time. */
  private static boolean isUsual(BigInteger exponent) {
    return exponent.compareTo(BigInteger.ONE) > 0
        && exponent.bitLength() < Integer.SIZE
        && exponent.testBit(0);
  }

  /** Whether their product is one; and the first is no larger than it need be. */
  private static boolean areInverse(BigInteger first, BigInteger second, BigInteger modulus) {
    return first.signum() > 0
        && first.compareTo(modulus) < 0
        && first.multiply(second).mod(modulus).equals(BigInteger.ONE);
  }

  private static BigInteger minusOne(BigInteger number) {
    return number.subtract(BigInteger.ONE);
  }

  private static AsymmetricKeyParameter curve(
      ECPrivateKey key, @Nullable ASN1ObjectIdentifier outer) throws UnusableException {
    ASN1ObjectIdentifier name =
        outer != null
            ? outer
            : key.getParametersObject() instanceof ASN1ObjectIdentifier inner ? inner : null;
    if (name == null || !CURVES.contains(name)) {
      throw new UnusableException("unknown elliptic curve");
    }
    X9ECParameters parameters = SECNamedCurves.getByOID(name);
    BigInteger number = key.getKey();
    if (number.signum() <= 0 || number.compareTo(parameters.getN()) >= 0) {
      throw new UnusableException("invalid elliptic curve private key value");
    }
    return new ECPrivateKeyParameters(number, new ECNamedDomainParameters(name, parameters));
  }

  private static AsymmetricKeyParameter dsa(ASN1Sequence numbers) throws UnusableException {
    if (numbers.size() != DSA_NUMBERS) {
      throw new UnusableException("the DSA key cannot be read");
    }
    BigInteger p = number(numbers, 1);
    return new DSAPrivateKeyParameters(
        number(numbers, 5), new DSAParameters(p, number(numbers, 2), number(numbers, 3)));
  }

  private static BigInteger number(ASN1Sequence numbers, int index) {
    return ASN1Integer.getInstance(numbers.getObjectAt(index)).getValue();
  }
}
