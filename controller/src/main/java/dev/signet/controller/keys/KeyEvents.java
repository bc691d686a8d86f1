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

  private final Events events;
  private final Log log;
  private Set<String> told = new HashSet<>();

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
