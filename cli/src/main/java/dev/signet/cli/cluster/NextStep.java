package dev.signet.cli.cluster;

/** What a person can do when the cluster does not answer. */
final class NextStep {
  static final String WITHOUT_CLUSTER = "without a cluster, seal with --cert FILE or --cert URL";
  static final String AUTHORITY =
      "name the authority that signed the server's certificate with --certificate-authority FILE";
  static final String RIGHTS =
      "it takes the rights of the role sealed-secrets-service-proxier; without them, seal with"
          + " --cert FILE or --cert URL";

  static final String CREDENTIALS =
      "nobody is asked for user and password here: put credentials into the kubeconfig, or give"
          + " --token, or --client-certificate and --client-key; without a cluster, seal with"
          + " --cert FILE or --cert URL";

  static final String NAMESPACE = "the controller's namespace is empty: see --controller-namespace";

  private NextStep() {}
}
