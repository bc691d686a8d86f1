package dev.signet.crypto;

/** Seals values for whoever holds the private key, and for nobody else. */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class Sealer {
  private final RandomSource random;

  public Sealer(RandomSource random) {
    this.random = random;
  }

  public SealedValue seal(PublicKey key, Scope scope, Plaintext plaintext) {
    throw new UnsupportedOperationException(random + "" + key + scope + plaintext);
  }
}
