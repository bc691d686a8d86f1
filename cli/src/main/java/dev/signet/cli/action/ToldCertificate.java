package dev.signet.cli.action;

import dev.signet.crypto.CertificateReading;
import dev.signet.crypto.SealingCertificate;

/** A certificate whose key is told by its fingerprint, so that two people can compare it. */
public final class ToldCertificate implements CertificateSource {
  private final CertificateSource source;
  private final Notices notices;

  public ToldCertificate(CertificateSource source, Notices notices) {
    this.source = source;
    this.notices = notices;
  }

  @Override
  public Answer fetch() {
    Answer answer = source.fetch();
    if (answer instanceof Answer.Fetched(var pem)
        && SealingCertificate.read(pem.toArray()) instanceof CertificateReading.Read read) {
      notices.hint("the certificate's key is " + read.first().publicKey().fingerprint().text());
    }
    return answer;
  }
}
