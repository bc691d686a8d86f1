package dev.signet.cli.action;

import dev.signet.crypto.Bytes;

/** Where the certificate to seal with comes from. */
@FunctionalInterface
public interface CertificateSource {
  Answer fetch();

  sealed interface Answer {
    /** The source byte for byte; nobody has looked whether it is a certificate. */
    record Fetched(Bytes source) implements Answer {}

    record Missing(Failure failure) implements Answer {}
  }
}
