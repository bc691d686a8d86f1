package dev.signet.controller.app;

import dev.signet.controller.keys.KeyKeeper;
import dev.signet.controller.kube.Pulse;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.watch.Informer;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.util.Optional;

/** What keeps the controller from its work: that decides /readyz, and when work begins. */
final class Readiness {
  /** Secrets that cannot be watched must not keep SealedSecrets from being handled. */
  private static final Duration WAIT_FOR_SECRETS = Duration.ofSeconds(10);

  private final KeyKeeper keys;
  private final Informer<SealedSecret> sealedSecrets;
  private final Optional<Informer<SecretRecord>> secrets;
  private final Pulse pulse;
  private final boolean readsAllAtOnce;
  private final long began = System.nanoTime();

  Readiness(
      KeyKeeper keys,
      Informer<SealedSecret> sealedSecrets,
      Optional<Informer<SecretRecord>> secrets,
      Pulse pulse,
      Reach reach) {
    this.keys = keys;
    this.sealedSecrets = sealedSecrets;
    this.secrets = secrets;
    this.pulse = pulse;
    this.readsAllAtOnce = reach instanceof Reach.Everywhere;
  }

  /** One line; empty if nothing does. */
  Optional<String> trouble() {
    return keys.trouble().or(this::listTrouble).or(pulse::trouble);
  }

  private Optional<String> listTrouble() {
    if (!sealedSecrets.isSynced()) {
      return sealedSecrets.trouble().or(() -> Optional.of("SealedSecrets are not listed yet"));
    }
    // One of many namespaces may be refused for good, and the others are handled all the same.
    return readsAllAtOnce ? sealedSecrets.trouble() : Optional.empty();
  }

  boolean isWorkable() {
    return !keys.keys().isEmpty() && sealedSecrets.isSynced() && secretsCanWaitNoLonger();
  }

  private boolean secretsCanWaitNoLonger() {
    return secrets.map(Informer::isSynced).orElse(true)
        || System.nanoTime() - began > WAIT_FOR_SECRETS.toNanos();
  }
}
