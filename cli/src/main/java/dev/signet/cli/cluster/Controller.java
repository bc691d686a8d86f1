package dev.signet.cli.cluster;

import dev.signet.cli.kubeconfig.ClusterOptions;

/** The controller of one cluster, reached through the API server's service proxy. */
public final class Controller {
  /** The Service to look for. */
  public record Place(String namespace, String name) {}

  private Controller() {}

  /**
   * Reads the configuration and looks the Service up: one request, the first of every run that
   * needs the cluster.
   */
  public static Search find(Place place, ClusterOptions options, Surroundings surroundings) {
    return new Search.Missing(Fault.of("no connection to " + place));
  }

  public CertificateAnswer fetchCertificate() {
    return new CertificateAnswer.Failed(Fault.of("no connection"));
  }

  /**
   * Asks whether a SealedSecret opens.
   *
   * @param document the SealedSecret as compact JSON
   */
  public VerifyAnswer verify(String document) {
    return new VerifyAnswer.Failed(Fault.of("no connection"));
  }

  /**
   * Has a SealedSecret sealed anew under the newest key.
   *
   * @param document the SealedSecret as compact JSON
   */
  public RotateAnswer rotate(String document) {
    return new RotateAnswer.Failed(Fault.of("no connection"));
  }
}
