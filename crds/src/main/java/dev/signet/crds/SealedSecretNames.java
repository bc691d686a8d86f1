package dev.signet.crds;

/** The names that make up the interface of the resource. Constants alone: loads no library. */
public final class SealedSecretNames {
  public static final String GROUP = "bitnami.com";
  public static final String VERSION = "v1alpha1";
  public static final String API_VERSION = GROUP + "/" + VERSION;
  public static final String KIND = "SealedSecret";
  public static final String LIST_KIND = "SealedSecretList";
  public static final String PLURAL = "sealedsecrets";
  public static final String SINGULAR = "sealedsecret";

  /** On a Secret: free to take over, {@code "true"} alone counts. */
  public static final String MANAGED = "sealedsecrets.bitnami.com/managed";

  /** On a Secret: free to add to. */
  public static final String PATCH = "sealedsecrets.bitnami.com/patch";

  /** In a template: the Secret outlives its SealedSecret. */
  public static final String SKIP_SET_OWNER_REFERENCES =
      "sealedsecrets.bitnami.com/skip-set-owner-references";

  /** The label of key Secrets; {@link #ACTIVE} is the one value that makes a key usable. */
  public static final String SEALING_KEY = "sealedsecrets.bitnami.com/sealed-secrets-key";

  public static final String ACTIVE = "active";

  private SealedSecretNames() {}
}
