package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.SealedSecrets;
import dev.signet.controller.kube.SecretRecord.Owner;
import dev.signet.controller.kube.Secrets;
import dev.signet.controller.log.Log;
import dev.signet.controller.queue.Next;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.SealedSecretNames;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deletes the Secret of a SealedSecret that is gone, for clusters whose garbage collector is not to
 * do it. Only what was that object's: its child, or annotated as ours to manage.
 */
final class Departed {
  private final SealedSecrets sealedSecrets;
  private final Secrets secrets;
  private final Log log;

  Departed(SealedSecrets sealedSecrets, Secrets secrets, Log log) {
    this.sealedSecrets = sealedSecrets;
    this.secrets = secrets;
    this.log = log;
  }

  Next deleteSecretOf(ObjectKey key) {
    // An object that has only left the label selector looks gone from here.
    return switch (sealedSecrets.get(key)) {
      case Outcome.Ok<SealedSecret> _ -> Next.done();
      case Outcome.Failed<SealedSecret>(ApiError.NotFound _) -> delete(key);
      case Outcome.Failed<SealedSecret>(ApiError error) -> retry(key, error);
    };
  }

  private Next delete(ObjectKey key) {
    return switch (secrets.get(key)) {
      case Outcome.Ok<ObjectNode>(ObjectNode tree) -> deleteIfOurs(key, new StoredSecret(tree));
      case Outcome.Failed<ObjectNode>(ApiError.NotFound _) -> Next.done();
      case Outcome.Failed<ObjectNode>(ApiError error) -> retry(key, error);
    };
  }

  private Next deleteIfOurs(ObjectKey key, StoredSecret secret) {
    boolean child = secret.controller().filter(owner -> isSealedSecret(owner, key)).isPresent();
    if (!child && !secret.isAnnotated(SealedSecretNames.MANAGED)) {
      return Next.done();
    }
    log.info("SealedSecret has gone, deleting Secret", "sealed-secret", key);
    return switch (secrets.delete(key, secret.uid())) {
      case Outcome.Ok<ObjectNode> _ -> Next.done();
      case Outcome.Failed<ObjectNode>(ApiError.NotFound _) -> Next.done();
      case Outcome.Failed<ObjectNode>(ApiError error) -> retry(key, error);
    };
  }

  private static boolean isSealedSecret(Owner owner, ObjectKey key) {
    return owner.kind().equals(SealedSecretNames.KIND) && owner.name().equals(key.name());
  }

  private Next retry(ObjectKey key, ApiError error) {
    log.error("Error updating, will retry", "key", key, "error", error.message());
    return Next.retry();
  }
}
