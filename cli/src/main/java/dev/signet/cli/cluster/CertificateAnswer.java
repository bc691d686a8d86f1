package dev.signet.cli.cluster;

/** What came of asking for a certificate. */
public sealed interface CertificateAnswer {
  /** The body byte for byte, whatever it is: neither status nor content type says what is in it. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, to be printed or parsed
  record Fetched(byte[] bytes) implements CertificateAnswer {}

  record Failed(Fault fault) implements CertificateAnswer {}
}
