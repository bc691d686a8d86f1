package dev.signet.cli.peer;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that a seed and the number of a case repeat. */
final class Draw {
  private final SplittableRandom random;

  Draw(long seed, int number) {
    // Two steps, as neighbouring seeds of one generator give the same row a place further on.
    this.random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ mixed(number));
  }

  private static long mixed(int number) {
    return new SplittableRandom(~(long) number).nextLong();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }

  byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
