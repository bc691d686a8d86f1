package dev.signet.crypto;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, as far as sealing looks at it: the key and the dates. Who signed it, and what for,
 * is not looked at: the user trusts the file or the cluster that it came from.
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

  /** Reads a file of PEM certificates. UTF-16 and UTF-8 with a byte order mark are decoded. */
  public static CertificateReading read(byte[] pem) {
    return CertificateReader.read(pem);
  }

  /** To be asked before sealing and never before unsealing: old values stay readable. */
  public Optional<CertificateReading.Expired> expiredAt(Instant now) {
    return now.isAfter(notAfter)
        ? Optional.of(new CertificateReading.Expired(notAfter))
        : Optional.empty();
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** Not looked at when sealing; it orders the keys of a controller. */
  public Instant notBefore() {
    return notBefore;
  }

  /** The last moment at which it may be sealed with. */
  public Instant notAfter() {
    return notAfter;
  }

  /** This certificate alone, in PEM, with a newline at the end. */
  public String pem() {
    return PemFile.encode(CertificateReader.BLOCK_TYPE, der.toArray());
  }

  /** By every byte: two certificates of one key differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealingCertificate that && der.equals(that.der);
  }

  @Override
  public int hashCode() {
    return der.hashCode();
  }

  @Override
  public String toString() {
    return "SealingCertificate[%s, %s to %s]"
        .formatted(publicKey.fingerprint(), notBefore, notAfter);
  }
}
