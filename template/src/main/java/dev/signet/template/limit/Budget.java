package dev.signet.template.limit;

import java.util.function.LongSupplier;

/** What is left for one rendering. Charged before the work is done or the memory taken. */
public final class Budget {
  private static final int ITEM_BYTES = 16;
  private static final int READ_PER_STEP = 64;
  private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final long started;
  private long steps;
  private long nextLook = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
  private long allocated;

  public Budget(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  public Limits limits() {
    return limits;
  }

  public void step() {
    steps(1);
  }

  public void steps(long count) {
    steps += count;
    if (steps > limits.steps()) {
      throw new LimitException("number of steps", limits.steps());
    }
    if (steps >= nextLook) {
      nextLook = steps + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
      look();
    }
  }

  /** That many bytes or items are about to be read. */
  public void read(long amount) {
    steps(amount / READ_PER_STEP);
  }

  /** A string of that many bytes is about to be made. */
  public void text(long bytes) {
    if (bytes < 0 || bytes > limits.textBytes()) {
      throw new LimitException("size of a string in bytes", limits.textBytes());
    }
    allocate(bytes);
  }

  /** A list or map of that many items is about to be made. */
  public void items(long count) {
    allocate(Math.multiplyHigh(count, ITEM_BYTES) == 0 ? count * ITEM_BYTES : Long.MAX_VALUE);
  }

  /** Something nested that deeply is about to be entered. */
  public void depth(int levels) {
    if (levels > limits.depth()) {
      throw new LimitException("depth", limits.depth());
    }
  }

  private void allocate(long bytes) {
    if (bytes < 0 || bytes > limits.allocatedBytes() - allocated) {
      throw new LimitException("memory in bytes", limits.allocatedBytes());
    }
    allocated += bytes;
    read(bytes);
  }

  private void look() {
    if (nanoTime.getAsLong() - started > limits.wallTime().toNanos()) {
      throw new LimitException("time in milliseconds", limits.wallTime().toMillis());
    }
  }
}
