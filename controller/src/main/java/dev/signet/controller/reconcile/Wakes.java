package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.watch.Change;
import dev.signet.controller.kube.watch.Change.Origin;
import dev.signet.controller.kube.watch.Informer;
import dev.signet.controller.queue.Priority;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.crds.Condition;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which changes in the cluster make an object worth another look. Never waits. */
public final class Wakes {
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private final WorkQueue<ObjectKey> queue;
  private final Memory memory;
  private final Counts counts;
  private final AtomicReference<Optional<Informer<SealedSecret>>> copy =
      new AtomicReference<>(Optional.empty());

  /** The SealedSecrets there are, with their uids. */
  private final Map<ObjectKey, String> known = new ConcurrentHashMap<>();

  Wakes(WorkQueue<ObjectKey> queue, Memory memory, Counts counts) {
    this.queue = queue;
    this.memory = memory;
    this.counts = counts;
  }

  /** Names the copy that these changes are of. */
  public void of(Informer<SealedSecret> informer) {
    copy.set(Optional.of(informer));
  }

  /** A SealedSecret is not what it was. */
  public void sealedSecretChanged(Change<SealedSecret> change) {
    ObjectKey key = change.key();
    SealedSecret before = change.before();
    SealedSecret after = change.after();
    if (after == null) {
      known.remove(key);
      queue.add(key, Priority.NEWS);
      return;
    }
    known.put(key, after.uid());
    if (before == null) {
      queue.add(key, change.origin() == Origin.BACKLOG ? Priority.BACKLOG : Priority.NEWS);
    } else if (!sameFacts(before, after)) {
      queue.wake(key);
    } else {
      metadataChanged(key, before, after);
    }
  }

  /** Nothing that unsealing rests on. */
  private void metadataChanged(ObjectKey key, SealedSecret before, SealedSecret after) {
    String instance = after.labels().get(INSTANCE);
    if (instance == null
        ? before.labels().containsKey(INSTANCE)
        : !instance.equals(before.labels().get(INSTANCE))) {
      after
          .status()
          .condition(Condition.SYNCED)
          .ifPresent(synced -> counts.synced(after, synced.status().equals("True")));
    }
    if (memory.handled(key).filter(handled -> Facts.isOf(handled, after)).isPresent()) {
      // As a rule the echo of our own status: the copy can be made lighter again.
      copy.get().ifPresent(it -> it.lighten(key, after, after.withoutCiphertexts()));
    }
  }

  private static boolean sameFacts(SealedSecret before, SealedSecret after) {
    return before.uid().equals(after.uid())
        && before.generation() == after.generation()
        && Facts.scopeHash(before).equals(Facts.scopeHash(after));
  }

  /** A Secret is not what it was. */
  public void secretChanged(Change<SecretRecord> change) {
    String uid = known.get(change.key());
    if (uid == null) {
      return;
    }
    SecretRecord after = change.after();
    if (change.origin() == Origin.BACKLOG) {
      if (after != null && isOtherThanMade(after)) {
        queue.add(change.key(), Priority.BACKLOG);
      }
    } else if (after == null || (!isOurWrite(after) && concerns(change.before(), after, uid))) {
      queue.wake(change.key());
    } else if (memory.isBlocked(change.key())) {
      // It may be as wanted now, or take what is wanted. A stranger may write it all day, so the
      // failures stay counted.
      queue.add(change.key(), Priority.NEWS);
    }
  }

  /**
   * The first list of Secrets is in. As a rule nothing has been worked on before it; but work does
   * not wait for it for ever, and what became of Secrets in between no watch will tell.
   */
  public void secretsListed(Predicate<ObjectKey> isMissing) {
    known.keySet().stream()
        .filter(isMissing)
        .filter(key -> made(key).isPresent())
        .forEach(key -> queue.add(key, Priority.BACKLOG));
  }

  private boolean isOtherThanMade(SecretRecord listed) {
    return made(listed.key())
        .map(Handled::secret)
        .filter(
            secret ->
                !secret.uid().equals(listed.uid())
                    || !secret.resourceVersion().equals(listed.resourceVersion()))
        .isPresent();
  }

  /** What was made of an object, by this process or, as its status says, by one before it. */
  private Optional<Handled> made(ObjectKey key) {
    return memory
        .handled(key)
        .or(() -> copy.get().flatMap(it -> it.get(key)).flatMap(Facts::toldByStatus));
  }

  private boolean isOurWrite(SecretRecord after) {
    return memory
        .handled(after.key())
        .filter(handled -> handled.secret().resourceVersion().equals(after.resourceVersion()))
        .isPresent();
  }

  /** What a stranger writes into a Secret of its own is none of our business as such. */
  private boolean concerns(@Nullable SecretRecord before, SecretRecord after, String uid) {
    return before == null
        || !before.uid().equals(after.uid())
        || !before.owners().equals(after.owners())
        || !before.marks().equals(after.marks())
        || after.owners().stream().anyMatch(owner -> owner.uid().equals(uid))
        || memory.handled(after.key()).isPresent();
  }

  /** There are keys that were not there before. */
  public void keysChanged() {
    queue.wakeFailed(key -> true);
  }
}
