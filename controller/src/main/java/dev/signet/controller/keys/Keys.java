package dev.signet.controller.keys;

import dev.signet.crypto.KeyRing;
import dev.signet.crypto.SealingCertificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The keys of one moment, the latest first. Never changes. */
public final class Keys {
  private final List<ActiveKey> latestFirst;
  private final KeyOrder order;
  private final KeyRing ring;

  private Keys(List<ActiveKey> latestFirst, KeyOrder order) {
    this.latestFirst = List.copyOf(latestFirst);
    this.order = order;
    this.ring = KeyRing.of(latestFirst.stream().map(ActiveKey::key).toList());
  }

  static Keys of(Collection<ActiveKey> keys, KeyOrder order) {
    return new Keys(keys.stream().sorted(order.latestFirst()).toList(), order);
  }

  static Keys none(KeyOrder order) {
    return of(List.of(), order);
  }

  /** This one if the other holds the same keys, so that nobody takes it for news. */
  Keys or(Keys other) {
    return other.identities().equals(identities()) ? this : other;
  }

  private List<String> identities() {
    return latestFirst.stream()
        .map(it -> it.secretName() + " " + it.created() + " " + it.key().fingerprint())
        .toList();
  }

  public List<ActiveKey> all() {
    return latestFirst;
  }

  /** The one to seal with. */
  public Optional<ActiveKey> latest() {
    return latestFirst.stream().findFirst();
  }

  /** The certificate to hand out. */
  public Optional<SealingCertificate> certificate() {
    return latest().map(it -> it.key().certificate());
  }

  /** By which the latest is the latest. */
  public Optional<Instant> latestTime() {
    return latest().map(order::time);
  }

  /** All of them, to open with: old ones are never too old for that. */
  public KeyRing ring() {
    return ring;
  }

  public boolean isEmpty() {
    return latestFirst.isEmpty();
  }
}
