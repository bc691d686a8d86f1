package dev.signet.template.crypto;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** What a certificate says beside names and key, in the order in which Go writes it. */
final class CertificateExtensions {
  private static final int IDENTIFIER_BYTES = 20;

  private final CertificateRequest request;
  private final SubjectPublicKeyInfo publicKey;

  CertificateExtensions(CertificateRequest request, SubjectPublicKeyInfo publicKey) {
    this.request = request;
    this.publicKey = publicKey;
  }

  Extensions of(boolean isAuthority, @Nullable AuthorityKeyIdentifier issuerKey)
      throws UnusableException {
    int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    List<Extension> all = new ArrayList<>();
    all.add(
        critical(
            Extension.keyUsage, new KeyUsage(isAuthority ? usage | KeyUsage.keyCertSign : usage)));
    all.add(
        plain(
            Extension.extendedKeyUsage,
            new ExtendedKeyUsage(
                new KeyPurposeId[] {
                  KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                })));
    all.add(critical(Extension.basicConstraints, new BasicConstraints(isAuthority)));
    if (isAuthority) {
      all.add(plain(Extension.subjectKeyIdentifier, new SubjectKeyIdentifier(identifier())));
    }
    if (issuerKey != null) {
      all.add(plain(Extension.authorityKeyIdentifier, issuerKey));
    }
    List<GeneralName> names = request.alternatives();
    if (!names.isEmpty()) {
      // With an empty subject there is no other name (RFC 5280, section 4.2.1.6).
      boolean isCritical = request.commonName().isEmpty();
      ASN1Encodable value = new GeneralNames(names.toArray(GeneralName[]::new));
      all.add(
          isCritical
              ? critical(Extension.subjectAlternativeName, value)
              : plain(Extension.subjectAlternativeName, value));
    }
    return new Extensions(all.toArray(Extension[]::new));
  }

  /** RFC 7093, method 1. */
  private byte[] identifier() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(publicKey.getPublicKeyData().getBytes());
      return Arrays.copyOf(hash, IDENTIFIER_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Extension critical(ASN1ObjectIdentifier name, ASN1Encodable value) {
    return extension(name, true, value);
  }

  private static Extension plain(ASN1ObjectIdentifier name, ASN1Encodable value) {
    return extension(name, false, value);
  }

  private static Extension extension(
      ASN1ObjectIdentifier name, boolean isCritical, ASN1Encodable value) {
    try {
      return new Extension(name, isCritical, value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("what was made can be written", e);
    }
  }
}
