package dev.signet.controller.keys;

import dev.signet.controller.kube.event.Events;
import dev.signet.controller.kube.event.Subject;
import dev.signet.controller.log.Log;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells of key Secrets, once for each version of each of them. Of one thread. */
final class KeyEvents {
  static final String UNUSABLE = "UnusableSealingKey";
  static final String RENEWAL_FAILED = "SealingKeyRenewalFailed";

  private final Events events;
  private final Log log;
  private Set<String> told = new HashSet<>();
  private List<StoredKey> last = List.of();

  KeyEvents(Events events, Log log) {
    this.events = events;
    this.log = log;
  }

  void tell(List<StoredKey> found) {
    Set<String> now = new HashSet<>();
    for (StoredKey each : found) {
      Subject secret = each.secret();
      String version = secret.uid() + "/" + secret.resourceVersion();
      now.add(version);
      if (!told.contains(version)) {
        tell(each);
      }
    }
    told = now;
    last = found;
  }

  /** Told of the key that goes on being served; without one there is nothing to tell it of. */
  void tellOfFailedRenewal(Keys keys, String why) {
    String latest = keys.latest().map(ActiveKey::secretName).orElse("");
    for (StoredKey each : last) {
      if (each.secret().key().name().equals(latest)) {
        String message = "A new sealing key is due and cannot be made, will retry: " + why;
        events.record(each.secret(), Events.Kind.WARNING, RENEWAL_FAILED, message);
      }
    }
  }

  private void tell(StoredKey key) {
    String name = key.secret().key().name();
    switch (key) {
      case StoredKey.Usable _ -> log.info("registered private key", "secretname", name);
      case StoredKey.Unusable(Subject secret, String why) -> {
        log.error("Error reading key", "secret", name, "error", why);
        events.record(secret, Events.Kind.WARNING, UNUSABLE, "Not used as a sealing key: " + why);
      }
    }
  }
}
