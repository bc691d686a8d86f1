package dev.signet.cli.cluster;

import dev.signet.crypto.Bytes;

/** What came of asking for a certificate. */
public sealed interface CertificateAnswer {
  /** The body byte for byte, whatever it is: neither status nor content type says what is in it. */
  record Fetched(Bytes bytes) implements CertificateAnswer {}

  record Failed(Fault fault) implements CertificateAnswer {}
}
