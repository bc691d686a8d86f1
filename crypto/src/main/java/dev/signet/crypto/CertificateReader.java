package dev.signet.crypto;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;

/**
 * Reads certificates (RFC 5280, section 4.1) field by field. Sealed Secrets' own have an empty
 * issuer unless somebody chose a name, and Bouncy Castle's Certificate refuses those; a full X.509
 * reader would also cost the command more start-up than all the sealing does.
 */
final class CertificateReader {
  static final String BLOCK_TYPE = "CERTIFICATE";

  private static final int SERIAL = 0;
  private static final int SIGNATURE_ALGORITHM = 1;
  private static final int ISSUER = 2;
  private static final int VALIDITY = 3;
  private static final int SUBJECT = 4;
  private static final int PUBLIC_KEY = 5;

  /** As in Bouncy Castle's PKCSObjectIdentifiers, without its two hundred others. */
  private static final ASN1ObjectIdentifier RSA_ENCRYPTION =
      new ASN1ObjectIdentifier("1.2.840.113549.1.1.1");

  private CertificateReader() {}

  static CertificateReading read(byte[] file) {
    String text = PemFile.text(file);
    List<CertificateReading> readings = new ArrayList<>();
    for (PemFile.Block block : PemFile.blocks(text)) {
      if (block.type().equals(BLOCK_TYPE) && block.headers().isEmpty()) {
        readings.add(readOne(block.content(), readings.size() + 1));
      }
    }
    if (readings.isEmpty()) {
      return new CertificateReading.NoCertificate(FileLook.withoutCertificate(file, text));
    }
    for (CertificateReading reading : readings) {
      if (reading instanceof CertificateReading.Malformed) {
        return reading;
      }
    }
    return join(readings);
  }

  private static CertificateReading join(List<CertificateReading> readings) {
    if (readings.getFirst() instanceof CertificateReading.Fault fault) {
      return fault;
    }
    List<SealingCertificate> all = new ArrayList<>();
    for (CertificateReading reading : readings) {
      if (reading instanceof CertificateReading.Read(List<SealingCertificate> one)) {
        all.addAll(one);
      }
    }
    return new CertificateReading.Read(all);
  }

  private static CertificateReading readOne(Bytes der, int number) {
    try {
      return read(toBeSigned(der.toArray()), der);
    } catch (IOException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
      return new CertificateReading.Malformed(number);
    }
  }

  /** The fields from the serial number on, all there. */
  private static List<ASN1Encodable> toBeSigned(byte[] der) {
    ASN1Sequence certificate = ASN1Sequence.getInstance(der);
    requireSize(certificate, 3);
    AlgorithmIdentifier.getInstance(certificate.getObjectAt(1));
    ASN1BitString.getInstance(certificate.getObjectAt(2));
    ASN1Sequence fields = ASN1Sequence.getInstance(certificate.getObjectAt(0));
    requireSize(fields, 1);
    // Version 1 is said by saying nothing.
    int first = fields.getObjectAt(0) instanceof ASN1TaggedObject ? 1 : 0;
    requireSize(fields, first + PUBLIC_KEY + 1);
    return List.of(fields.toArray()).subList(first, fields.size());
  }

  private static CertificateReading read(List<ASN1Encodable> fields, Bytes der) throws IOException {
    ASN1Integer.getInstance(fields.get(SERIAL));
    AlgorithmIdentifier.getInstance(fields.get(SIGNATURE_ALGORITHM));
    ASN1Sequence.getInstance(fields.get(ISSUER));
    ASN1Sequence validity = ASN1Sequence.getInstance(fields.get(VALIDITY));
    requireSize(validity, 2);
    Instant notBefore = X509Time.toInstant(Time.getInstance(validity.getObjectAt(0)));
    Instant notAfter = X509Time.toInstant(Time.getInstance(validity.getObjectAt(1)));
    ASN1Sequence.getInstance(fields.get(SUBJECT));

    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(fields.get(PUBLIC_KEY));
    if (!info.getAlgorithm().getAlgorithm().equals(RSA_ENCRYPTION)) {
      return new CertificateReading.NotRsa(KeyAlgorithm.nameOf(info.getAlgorithm()));
    }
    RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
    String objection = PublicKey.objection(key.getModulus(), key.getPublicExponent());
    if (objection != null) {
      return new CertificateReading.UnusableKey(objection);
    }
    PublicKey publicKey = new PublicKey(key.getModulus(), key.getPublicExponent());
    return new CertificateReading.Read(
        List.of(new SealingCertificate(publicKey, notBefore, notAfter, der)));
  }

  private static void requireSize(ASN1Sequence sequence, int atLeast) {
    if (sequence.size() < atLeast) {
      throw new IllegalArgumentException("a field is missing");
    }
  }
}
