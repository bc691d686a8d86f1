package dev.signet.crypto;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate, as far as sealing looks at it: the key and the dates. Who signed it, and what for,
 * is not looked at: the user trusts the file or the cluster that it came from.
 *
 * @param notBefore not looked at when sealing; orders the keys of a controller
 * @param notAfter the last moment at which it may be sealed with
 */
public record SealingCertificate(
    PublicKey publicKey, Instant notBefore, Instant notAfter, Bytes der) {

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

  /** This certificate alone, in PEM, with a newline at the end. */
  public String pem() {
    return PemFile.encode(CertificateReader.BLOCK_TYPE, der.toArray());
  }

  /** Not the bytes: they are of no use in a log. */
  @Override
  public String toString() {
    return "SealingCertificate[%s, %s to %s]"
        .formatted(publicKey.fingerprint(), notBefore, notAfter);
  }
}
