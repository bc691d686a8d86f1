package dev.signet.controller.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Reads bodies into a memory of limited size. Where it would not do for all, the one that has been
 * on its way longest gives way: whoever sends slowly, or half and then nothing, cannot keep a good
 * request out, and holds no memory that others need.
 */
final class Intake {
  /** Far over what an API server stores. */
  static final int LARGEST = 10 * 1024 * 1024;

  private static final int MOST_AT_ONCE = 256;

  private final Duration time;
  private final long memory;
  private final SequencedSet<Arrival> arrivals = new LinkedHashSet<>();
  private long held;

  /**
   * Empty.
   *
   * @param time that a whole body may take; zero or less: any
   * @param memory bytes, not less than the largest body
   */
  Intake(Duration time, long memory) {
    this.time = time;
    this.memory = Math.max(memory, LARGEST);
  }

  /** How reading went. */
  sealed interface Reading {
    record Read(ByteBuffer body) implements Reading {}

    record TooLarge() implements Reading {}

    record TooSlow() implements Reading {}

    /** The connection ended, or was silent for too long. */
    record Broken() implements Reading {}
  }

  Reading read(Body body) {
    if (body.declaredLength() > LARGEST) {
      return new Reading.TooLarge();
    }
    Arrival arrival = new Arrival();
    begin(arrival);
    try (InputStream in = body.open()) {
      return read(in, arrival);
    } catch (IOException _) {
      return new Reading.Broken();
    } finally {
      end(arrival);
    }
  }

  private Reading read(InputStream in, Arrival arrival) throws IOException {
    byte[] chunk = new byte[Arrival.PIECE];
    while (true) {
      int count = in.read(chunk);
      if (count < 0) {
        return finish(arrival);
      }
      if (isLate(arrival)) {
        return new Reading.TooSlow();
      }
      Optional<Reading> refusal = keep(arrival, chunk, count);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
  }

  private boolean isLate(Arrival arrival) {
    return time.isPositive() && System.nanoTime() - arrival.began() > time.toNanos();
  }

  private synchronized void begin(Arrival arrival) {
    arrivals.add(arrival);
    if (arrivals.size() > MOST_AT_ONCE) {
      end(arrivals.getFirst());
    }
  }

  /** Under the lock also so that no two bodies are there twice at once. */
  private synchronized Reading finish(Arrival arrival) {
    if (!arrivals.contains(arrival)) {
      return new Reading.TooSlow();
    }
    ByteBuffer whole = arrival.whole();
    end(arrival);
    return new Reading.Read(whole);
  }

  /** Empty if there is room for it. Who had to give way learns of it when he goes on. */
  private synchronized Optional<Reading> keep(Arrival arrival, byte[] chunk, int count) {
    if (!arrivals.contains(arrival)) {
      return Optional.of(new Reading.TooSlow());
    }
    if (arrival.size() + count > LARGEST) {
      return Optional.of(new Reading.TooLarge());
    }
    held += arrival.add(chunk, count);
    while (held > memory) {
      end(arrivals.getFirst());
    }
    return arrivals.contains(arrival) ? Optional.empty() : Optional.of(new Reading.TooSlow());
  }

  /** Drops what came at once: the thread that waits for more may do so for long. */
  private synchronized void end(Arrival arrival) {
    if (arrivals.remove(arrival)) {
      held -= arrival.drop();
    }
  }

  /** Memory that all bodies on their way take. */
  synchronized long held() {
    return held;
  }
}
