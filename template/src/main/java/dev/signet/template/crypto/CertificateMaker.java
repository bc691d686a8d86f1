package dev.signet.template.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/** Makes certificates that are good for a while, for a test or within a cluster. */
public final class CertificateMaker {
  private static final int SERIAL_BITS = 128;
  private static final int VERSION_3 = 2;
  private static final int EXTENSIONS = 3;
  private static final long NANOS_PER_DAY = Duration.ofDays(1).toNanos();
  private static final String CERTIFICATE = "CERTIFICATE";

  private final InstantSource clock;
  private final SecureRandom random;
  private final KeyMaker keys;

  public CertificateMaker(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = new Randomness(random);
    this.keys = new KeyMaker(random);
  }

  /** Who signs: a name, a key, and how the key is told from others. */
  private record Issuer(
      X500Name name, PrivateKey key, @Nullable AuthorityKeyIdentifier keyIdentifier) {}

  /**
   * A certificate that may sign others, signed by itself.
   *
   * @param key in PEM; null for a new one
   */
  public KeyPairText authority(CertificateRequest request, @Nullable String key)
      throws UnusableException {
    PrivateKey own = key(request, key);
    return signed(request, own, new Issuer(request.subject(), own, null), true);
  }

  /** A certificate that is signed by itself. */
  public KeyPairText selfSigned(CertificateRequest request, @Nullable String key)
      throws UnusableException {
    PrivateKey own = key(request, key);
    return signed(request, own, new Issuer(request.subject(), own, null), false);
  }

  /** A certificate that an authority signs. */
  public KeyPairText signed(CertificateRequest request, KeyPairText authority, @Nullable String key)
      throws UnusableException {
    Certificate parent = certificate(authority.certificate());
    PrivateKey signing = KeyReader.read(authority.key());
    if (!parent.getSubjectPublicKeyInfo().equals(signing.publicKey())) {
      throw new UnusableException("x509: provided PrivateKey doesn't match parent's PublicKey");
    }
    Extension identifier =
        parent.getTBSCertificate().getExtensions() == null
            ? null
            : parent
                .getTBSCertificate()
                .getExtensions()
                .getExtension(Extension.subjectKeyIdentifier);
    AuthorityKeyIdentifier known =
        identifier == null || parent.getSubject().equals(request.subject())
            ? null
            : new AuthorityKeyIdentifier(
                SubjectKeyIdentifier.getInstance(identifier.getParsedValue()).getKeyIdentifier());
    return signed(
        request, key(request, key), new Issuer(parent.getSubject(), signing, known), false);
  }

  /** A certificate and a key that are there already. Both must be readable; no more is checked. */
  public static KeyPairText existing(String certificate, String key) throws UnusableException {
    byte[] decodedCertificate = decoded(certificate, "certificate");
    byte[] decodedKey = decoded(key, "private key");
    var pair = new KeyPairText(octets(decodedCertificate), octets(decodedKey));
    certificate(pair.certificate());
    KeyReader.read(pair.key());
    return pair;
  }

  private static byte[] decoded(String text, String what) throws UnusableException {
    try {
      return Base64Text.decode(text);
    } catch (UnusableException _) {
      throw new UnusableException("unable to decode base64 " + what);
    }
  }

  private static String octets(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static Certificate certificate(String octets) throws UnusableException {
    Pem pem = Pem.first(octets);
    if (pem == null) {
      throw new UnusableException("unable to decode certificate");
    }
    try {
      Certificate certificate = Certificate.getInstance(pem.der().bytes());
      // Read lazily otherwise.
      certificate.getTBSCertificate().getEncoded();
      return certificate;
    } catch (IOException | RuntimeException _) {
      throw new UnusableException("error parsing certificate");
    }
  }

  /** What could be refused comes before the work. */
  private PrivateKey key(CertificateRequest request, @Nullable String key)
      throws UnusableException {
    request.alternatives();
    return key == null ? keys.forCertificate() : KeyReader.read(key);
  }

  private KeyPairText signed(
      CertificateRequest request, PrivateKey own, Issuer issuer, boolean isAuthority)
      throws UnusableException {
    CertificateSigner signer = CertificateSigner.of(issuer.key(), random);
    SubjectPublicKeyInfo publicKey = own.publicKey();
    var extensions = new CertificateExtensions(request, publicKey);
    // By hand, as builders refuse an empty issuer.
    var body = new ASN1EncodableVector();
    body.add(new DERTaggedObject(true, 0, new ASN1Integer(VERSION_3)));
    body.add(new ASN1Integer(new BigInteger(SERIAL_BITS, random)));
    body.add(signer.algorithm());
    body.add(issuer.name());
    body.add(validity(request.days()));
    body.add(request.subject());
    body.add(publicKey);
    body.add(
        new DERTaggedObject(true, EXTENSIONS, extensions.of(isAuthority, issuer.keyIdentifier())));
    try {
      var signed = new DERSequence(body);
      var parts = new ASN1EncodableVector();
      parts.add(signed);
      parts.add(signer.algorithm());
      parts.add(new DERBitString(signer.sign(signed.getEncoded("DER"))));
      Pem pem = new Pem(CERTIFICATE, new Der(new DERSequence(parts).getEncoded("DER")));
      return new KeyPairText(pem.text(), own.pem());
    } catch (IOException e) {
      throw new IllegalStateException("what was made can be written", e);
    }
  }

  /** From now on. Days that do not fit into 64 bits of nanoseconds wrap around, as in Go. */
  private ASN1Encodable validity(long days) {
    Instant now = clock.instant();
    var bounds = new ASN1EncodableVector();
    bounds.add(new Time(Date.from(now)));
    bounds.add(new Time(Date.from(now.plusNanos(days * NANOS_PER_DAY))));
    return new DERSequence(bounds);
  }
}
