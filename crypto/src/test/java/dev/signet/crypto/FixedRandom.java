package dev.signet.crypto;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Gives prepared bytes, each once and at the length that was prepared, and then no more. */
final class FixedRandom implements RandomSource {
  private final Queue<byte[]> prepared;

  private FixedRandom(Queue<byte[]> prepared) {
    this.prepared = prepared;
  }

  static FixedRandom of(byte[]... prepared) {
    return new FixedRandom(new ArrayDeque<>(List.of(prepared)));
  }

  @Override
  public void fill(byte[] bytes) {
    byte[] next = prepared.remove();
    if (next.length != bytes.length) {
      throw new AssertionError("%d bytes wanted, %d prepared".formatted(bytes.length, next.length));
    }
    System.arraycopy(next, 0, bytes, 0, next.length);
  }
}
