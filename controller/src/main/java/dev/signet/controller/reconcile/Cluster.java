package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.SealedSecrets;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.Secrets;
import dev.signet.controller.kube.watch.Informer;
import dev.signet.crds.SealedSecret;
import java.util.Optional;

/**
 * The cluster as reconciling sees it.
 *
 * @param watchedSecrets empty if Secrets are not watched
 */
public record Cluster(
    SealedSecrets sealedSecrets,
    Secrets secrets,
    Informer<SealedSecret> watched,
    Optional<Informer<SecretRecord>> watchedSecrets) {

  Optional<SecretRecord> record(ObjectKey key) {
    return watchedSecrets.flatMap(informer -> informer.get(key));
  }

  boolean isWatched(ObjectKey key) {
    return watched.get(key).isPresent();
  }

  /** As far as a copy can know. */
  boolean hasNoSecret(ObjectKey key) {
    return watchedSecrets
        .filter(Informer::isSynced)
        .filter(informer -> informer.get(key).isEmpty())
        .isPresent();
  }
}
