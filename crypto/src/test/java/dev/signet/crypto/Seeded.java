package dev.signet.crypto;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random input that can be had again: the seed stands in the name of a failing assertion. */
final class Seeded {
  private static final long SEED = Long.getLong("signet.seed", 20261124L);

  private Seeded() {}

  static RandomGenerator random() {
    return new SplittableRandom(SEED);
  }

  /** To be put in front of what an assertion says. */
  static String at(int run) {
    return "run %d with -Dsignet.seed=%d".formatted(run, SEED);
  }

  static byte[] bytes(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
