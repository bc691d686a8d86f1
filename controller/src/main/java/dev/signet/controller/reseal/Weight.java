package dev.signet.controller.reseal;

/**
 * What a caller's text takes once it is a tree. Two bytes can make an object of a hundred, and an
 * alias of three a copy of all it stands for: this is counted value by value, and ends both before
 * there is no memory left.
 */
final class Weight {
  /** A little over the largest body that holds nothing but the smallest items there can be. */
  private static final long MOST = 16L * 1024 * 1024;

  /** What any body may weigh, and the smallest have some aliases in it. */
  private static final long LEAST = 512 * 1024;

  /** Many small bodies are worked on at a time, so what they weigh has to go by their size. */
  private static final int TIMES_ITS_SIZE = 4;

  /** What a value or a name costs beside its text. */
  private static final long EACH = 100;

  private final long most;
  private long sum;

  private Weight(long most) {
    this.most = most;
  }

  /** Of a body of as many bytes or characters. */
  static Weight of(long size) {
    return new Weight(Math.min(MOST, LEAST + TIMES_ITS_SIZE * size));
  }

  /** Of all values, aliases as often as they are named. */
  long sum() {
    return sum;
  }

  /** One more value or name. */
  void add(long length) throws NoManifestException {
    sum += length + EACH;
    if (sum > most) {
      throw new NoManifestException("larger than it looks");
    }
  }
}
