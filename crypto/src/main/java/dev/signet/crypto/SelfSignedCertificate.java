package dev.signet.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/**
 * The certificate of a sealing key, byte for byte as the upstream controller makes it. Its odd
 * usages are upstream's too: it carries a key and two dates, and nobody verifies it.
 *
 * <p>Put together by hand and signed by bcpkix, whose builder refuses the empty issuer that a
 * certificate has when nobody chose a name.
 *
 * @param serial positive
 */
record SelfSignedCertificate(
    String commonName, BigInteger serial, Instant notBefore, Instant notAfter) {
  private static final ASN1Integer VERSION_3 = new ASN1Integer(2);
  private static final int VERSION_TAG = 0;
  private static final int EXTENSIONS_TAG = 3;
  private static final int KEY_IDENTIFIER_LENGTH = 20;
  private static final AlgorithmIdentifier SIGNATURE_ALGORITHM =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
  private static final AlgorithmIdentifier DIGEST_ALGORITHM =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

  SealingCertificate sign(RSAPrivateCrtKeyParameters key) {
    try {
      DERSequence toBeSigned = toBeSigned(key);
      DERBitString signature = new DERBitString(sign(toBeSigned, key));
      byte[] der =
          new DERSequence(new ASN1Encodable[] {toBeSigned, SIGNATURE_ALGORITHM, signature})
              .getEncoded(ASN1Encoding.DER);
      PublicKey publicKey = new PublicKey(key.getModulus(), key.getPublicExponent());
      return new SealingCertificate(publicKey, notBefore, notAfter, Bytes.of(der));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("nothing here is input", e);
    }
  }

  private static byte[] sign(DERSequence content, RSAPrivateCrtKeyParameters key)
      throws IOException, OperatorCreationException {
    ContentSigner signer =
        new BcRSAContentSignerBuilder(SIGNATURE_ALGORITHM, DIGEST_ALGORITHM).build(key);
    signer.getOutputStream().write(content.getEncoded(ASN1Encoding.DER));
    return signer.getSignature();
  }

  private DERSequence toBeSigned(RSAPrivateCrtKeyParameters key) throws IOException {
    RSAPublicKey publicKey = new RSAPublicKey(key.getModulus(), key.getPublicExponent());
    AlgorithmIdentifier rsa =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new DERSequence(
        new ASN1Encodable[] {
          new DERTaggedObject(VERSION_TAG, VERSION_3),
          new ASN1Integer(serial),
          SIGNATURE_ALGORITHM,
          name(),
          new DERSequence(new ASN1Encodable[] {X509Time.of(notBefore), X509Time.of(notAfter)}),
          name(),
          new SubjectPublicKeyInfo(rsa, publicKey),
          new DERTaggedObject(EXTENSIONS_TAG, extensions(publicKey.getEncoded()))
        });
  }

  private static DERSequence extensions(byte[] publicKey) throws IOException {
    return new DERSequence(
        new ASN1Encodable[] {
          Extension.create(Extension.keyUsage, true, new KeyUsage(KeyUsage.encipherOnly)),
          Extension.create(Extension.basicConstraints, true, new BasicConstraints(true)),
          Extension.create(
              Extension.subjectKeyIdentifier,
              false,
              new SubjectKeyIdentifier(keyIdentifier(publicKey)))
        });
  }

  /** RFC 7093, section 2, method 1, as Go has it since 1.25; before, it was SHA-1. */
  private static byte[] keyIdentifier(byte[] publicKey) {
    return Arrays.copyOf(Sha256.of(publicKey), KEY_IDENTIFIER_LENGTH);
  }

  private X500Name name() {
    X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
    if (!commonName.isEmpty()) {
      builder.addRDN(BCStyle.CN, commonNameValue());
    }
    return builder.build();
  }

  /** The narrower type where it will do, as Go chooses. */
  private ASN1Encodable commonNameValue() {
    return DERPrintableString.isPrintableString(commonName)
        ? new DERPrintableString(commonName)
        : new DERUTF8String(commonName);
  }
}
