package dev.signet.crypto;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate, as far as sealing looks at it: the key and the dates. Who signed it, and what for,
 * is not looked at; the user trusts the file or the cluster it came from.
 */
public final class SealingCertificate {
  private final PublicKey publicKey;
  private final Instant notBefore;
  private final Instant notAfter;
  private final Bytes der;

  SealingCertificate(PublicKey publicKey, Instant notBefore, Instant notAfter, Bytes der) {
    this.publicKey = publicKey;
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    this.der = der;
  }

  /** Reads a file of PEM certificates. UTF-16, and a byte order mark, are decoded. */
  public static CertificateReading read(byte[] pem) {
    return new CertificateReading.NoCertificate(FileLook.of(pem));
  }

  /** Sealing asks this first; unsealing must not, as old values stay readable. */
  public Optional<CertificateReading.Expired> expiredAt(Instant now) {
    return now.isAfter(notAfter)
        ? Optional.of(new CertificateReading.Expired(notAfter))
        : Optional.empty();
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  public Instant notBefore() {
    return notBefore;
  }

  /** The last moment at which it may still be sealed with. */
  public Instant notAfter() {
    return notAfter;
  }

  /** This certificate alone, with a newline at the end. */
  public String pem() {
    return Pem.encode("CERTIFICATE", der.toArray());
  }
}
