package dev.signet.controller.kube.event;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.SealedSecretNames;

/** The object that an Event is about. */
public record Subject(
    String apiVersion, String kind, ObjectKey key, String uid, String resourceVersion) {
  public static Subject of(SealedSecret it) {
    return new Subject(
        SealedSecretNames.API_VERSION,
        SealedSecretNames.KIND,
        new ObjectKey(it.namespace(), it.name()),
        it.uid(),
        it.resourceVersion());
  }
}
