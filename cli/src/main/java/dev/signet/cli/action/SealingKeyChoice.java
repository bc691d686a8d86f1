package dev.signet.cli.action;

import dev.signet.crypto.Bytes;
import dev.signet.crypto.CertificateReading;
import dev.signet.crypto.PublicKey;
import dev.signet.crypto.SealingCertificate;
import java.time.Clock;
import java.util.Optional;

/** The key to seal with: that of a certificate that is one and has not expired. */
public sealed interface SealingKeyChoice {
  record Chosen(PublicKey key) implements SealingKeyChoice {}

  record Refused(Failure failure) implements SealingKeyChoice {}

  /** Below this, what is sealed today may be opened by others within its lifetime. */
  int RECOMMENDED_BITS = 2048;

  static SealingKeyChoice from(CertificateSource source, Clock clock, Notices notices) {
    return switch (source.fetch()) {
      case CertificateSource.Answer.Missing(Failure failure) -> new Refused(failure);
      case CertificateSource.Answer.Fetched(Bytes pem) ->
          switch (SealingCertificate.read(pem.toArray())) {
            case CertificateReading.Fault fault -> refused(fault);
            case CertificateReading.Read read -> unexpired(read.first(), clock, notices);
          };
    };
  }

  private static SealingKeyChoice unexpired(
      SealingCertificate certificate, Clock clock, Notices notices) {
    Optional<CertificateReading.Expired> expired = certificate.expiredAt(clock.instant());
    if (expired.isPresent()) {
      return refused(expired.get());
    }
    int bits = certificate.publicKey().bits();
    if (bits < RECOMMENDED_BITS) {
      notices.hint(
          "the certificate's key has %d bits; less than %d are weak today"
              .formatted(bits, RECOMMENDED_BITS));
    }
    return new Chosen(certificate.publicKey());
  }

  private static Refused refused(CertificateReading.Fault fault) {
    Failure failure = Failure.of(fault.message());
    return new Refused(fault.hint().map(failure::hint).orElse(failure));
  }
}
