package dev.signet.crypto;

import java.io.Serial;
import java.security.SecureRandom;

/** A random source in the shape that the JDK wants, without a provider behind it. */
final class SourceRandom extends SecureRandom {
  @Serial private static final long serialVersionUID = 1;

  private final transient RandomSource source;

  SourceRandom(RandomSource source) {
    super(null, null);
    this.source = source;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.fill(bytes);
  }

  @Override
  public byte[] generateSeed(int length) {
    byte[] seed = new byte[length];
    source.fill(seed);
    return seed;
  }

  /** Ignored: the source has all the randomness that there is. */
  @Override
  public void setSeed(byte[] seed) {}

  @Override
  public void setSeed(long seed) {}
}
