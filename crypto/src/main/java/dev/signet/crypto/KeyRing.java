package dev.signet.crypto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The private keys that may open a value. Immutable; a new key means a new ring.
 *
 * <p>A key given twice counts once.
 */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class KeyRing {
  private final Map<Fingerprint, SealingKey> keys;

  private KeyRing(Map<Fingerprint, SealingKey> keys) {
    this.keys = keys;
  }

  /** In the order in which they are to be tried. */
  public static KeyRing of(Collection<SealingKey> keys) {
    Map<Fingerprint, SealingKey> byFingerprint = new LinkedHashMap<>();
    for (SealingKey key : keys) {
      byFingerprint.putIfAbsent(key.fingerprint(), key);
    }
    return new KeyRing(byFingerprint);
  }

  public List<SealingKey> keys() {
    return new ArrayList<>(keys.values());
  }

  public Optional<SealingKey> find(Fingerprint fingerprint) {
    return Optional.ofNullable(keys.get(fingerprint));
  }

  /**
   * Opens a value with whichever key fits.
   *
   * @param hint keys to try first, in this order; unknown ones are passed over. It changes how long
   *     opening takes, never what comes of it
   * @throws UnsealException if no key opens the value in this scope
   */
  public Opened open(SealedValue value, Scope scope, List<Fingerprint> hint)
      throws UnsealException {
    throw new UnsupportedOperationException("" + value + scope + hint);
  }
}
