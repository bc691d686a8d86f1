package dev.signet.controller.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a body, in pieces of one size: what they take is known exactly, nothing is copied in
 * order to grow, and all can be given back while the rest is still awaited. Its owner's lock guards
 * it.
 */
final class Arrival {
  /** As many of these as make up the largest body exactly. */
  static final int PIECE = 16 * 1024;

  private final List<byte[]> pieces = new ArrayList<>();
  private final long began = System.nanoTime();
  private int size;

  long began() {
    return began;
  }

  int size() {
    return size;
  }

  /** How much more memory it takes now. */
  int add(byte[] bytes, int count) {
    int before = pieces.size();
    for (int done = 0; done < count; ) {
      if (size == pieces.size() * PIECE) {
        pieces.add(new byte[PIECE]);
      }
      int at = size % PIECE;
      int some = Math.min(PIECE - at, count - done);
      System.arraycopy(bytes, done, pieces.getLast(), at, some);
      size += some;
      done += some;
    }
    return (pieces.size() - before) * PIECE;
  }

  /** Forgets what came, and says how much memory that took. */
  int drop() {
    int taken = pieces.size() * PIECE;
    pieces.clear();
    size = 0;
    return taken;
  }

  ByteBuffer whole() {
    ByteBuffer whole = ByteBuffer.allocate(size);
    for (byte[] piece : pieces) {
      whole.put(piece, 0, Math.min(PIECE, whole.remaining()));
    }
    return whole.flip();
  }
}
