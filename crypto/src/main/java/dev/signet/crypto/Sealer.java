package dev.signet.crypto;

/**
 * Seals values for whoever holds the private key, and for nobody else: RSA-OAEP of a fresh session
 * key, and the value under that key in AES-256-GCM.
 */
public final class Sealer {
  private final RandomSource random;

  public Sealer(RandomSource random) {
    this.random = random;
  }

  /** Sealing one value twice gives two values that nobody can tell to be of the same plaintext. */
  public SealedValue seal(PublicKey key, Scope scope, Plaintext plaintext) {
    byte[] sessionKey = fresh(Oaep.SESSION_KEY_LENGTH);
    byte[] seed = fresh(Oaep.SEED_LENGTH);
    byte[] block = Oaep.encode(sessionKey, scope.label(), seed, key.size());
    return new SealedValue(key.apply(block), ItemCipher.encrypt(sessionKey, plaintext.reveal()));
  }

  private byte[] fresh(int length) {
    byte[] bytes = new byte[length];
    random.fill(bytes);
    return bytes;
  }
}
