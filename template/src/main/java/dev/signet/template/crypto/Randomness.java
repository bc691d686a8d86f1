package dev.signet.template.crypto;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** What Bouncy Castle and the JDK draw from, fed by whatever the caller draws from. */
final class Randomness extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient RandomGenerator source;

  Randomness(RandomGenerator source) {
    this.source = source;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }

  @Override
  public byte[] generateSeed(int count) {
    byte[] seed = new byte[count];
    source.nextBytes(seed);
    return seed;
  }
}
