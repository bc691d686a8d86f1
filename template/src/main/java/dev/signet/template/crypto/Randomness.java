package dev.signet.template.crypto;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** What Bouncy Castle and the JDK draw from, fed by whatever the caller draws from. */
final class Randomness extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient RandomGenerator source;

  private final transient Runnable pause;

  Randomness(RandomGenerator source) {
    this(source, () -> {});
  }

  /** One that does something before each draw, which may end by an exception what draws. */
  Randomness(RandomGenerator source, Runnable pause) {
    this.source = source;
    this.pause = pause;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    pause.run();
    source.nextBytes(bytes);
  }

  @Override
  public byte[] generateSeed(int count) {
    byte[] seed = new byte[count];
    source.nextBytes(seed);
    return seed;
  }
}
