package dev.signet.crypto;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The private keys that may open a value. Immutable: a new key means a new ring.
 *
 * <p>Whoever asks learns whether a value opened and with which key, and nothing else: not from the
 * exception, which is one for everything, and not from the clock. For each key whose modulus is as
 * long as the RSA block the same is done whatever the block holds: RSA ({@link BlindedRsa}), OAEP
 * ({@link OaepDecoder}), AES-GCM over the whole item, with a decoy for the session key if OAEP gave
 * none. Before that, only sizes are looked at, which the sender knows.
 */
public final class KeyRing {
  private final Map<Fingerprint, SealingKey> keys;
  private final RandomSource random;

  private KeyRing(Map<Fingerprint, SealingKey> keys, RandomSource random) {
    this.keys = keys;
    this.random = random;
  }

  /**
   * A ring of these keys, to be tried in this order. Of several with one fingerprint the first is
   * kept.
   */
  public static KeyRing of(Collection<SealingKey> keys) {
    Map<Fingerprint, SealingKey> byFingerprint = new LinkedHashMap<>();
    for (SealingKey key : keys) {
      byFingerprint.putIfAbsent(key.fingerprint(), key);
    }
    return new KeyRing(byFingerprint, RandomSource.secure());
  }

  /** In the order in which they are tried. */
  public List<SealingKey> keys() {
    return List.copyOf(keys.values());
  }

  public Optional<SealingKey> find(Fingerprint fingerprint) {
    return Optional.ofNullable(keys.get(fingerprint));
  }

  /**
   * Opens a value with whichever key fits.
   *
   * @param hint keys to try first, in this order; unknown ones are passed over. It changes how long
   *     opening takes, never what comes of it, so it may come from anywhere
   * @throws UnsealException if no key opens the value in this scope
   */
  public Opened open(SealedValue value, Scope scope, List<Fingerprint> hint)
      throws UnsealException {
    byte[] rsaBlock = value.rsaBlock();
    byte[] aesPart = value.aesPart();
    byte[] label = scope.label();
    for (SealingKey key : inOrder(hint)) {
      if (key.publicKey().fits(rsaBlock)) {
        byte[] block = key.operation().apply(rsaBlock);
        byte[] sessionKey = OaepDecoder.decode(block, label, decoy());
        Optional<Plaintext> plaintext = ItemCipher.decrypt(sessionKey, aesPart);
        if (plaintext.isPresent()) {
          return new Opened(plaintext.get(), key.fingerprint());
        }
      }
    }
    throw new UnsealException();
  }

  private SequencedSet<SealingKey> inOrder(List<Fingerprint> hint) {
    SequencedSet<SealingKey> ordered = new LinkedHashSet<>();
    for (Fingerprint fingerprint : hint) {
      find(fingerprint).ifPresent(ordered::add);
    }
    ordered.addAll(keys.values());
    return ordered;
  }

  private byte[] decoy() {
    byte[] decoy = new byte[Oaep.SESSION_KEY_LENGTH];
    random.fill(decoy);
    return decoy;
  }
}
