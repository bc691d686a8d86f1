package dev.signet.template.limit;

/**
 * What is left for one rendering. Charged before the work is done or the memory taken.
 *
 * <p>A function that works through its arguments calls {@link #read} with their size; one that
 * makes a string {@link #text}, a list or map {@link #items}; one whose work grows faster than its
 * input {@link #steps} in its innermost loop, which also looks at the clock; one that makes a key
 * or hashes a password {@link #take}.
 */
public final class Budget {
  /** A small value and the place that holds it. */
  private static final int ITEM_BYTES = 32;

  /** What a string takes beside its bytes. */
  private static final int TEXT_OVERHEAD_BYTES = 48;

  private static final int READ_PER_STEP = 64;
  private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

  private final Limits limits;
  private final Allowance allowance;
  private final long mostSteps;
  private final long mostText;
  private final long mostAllocated;
  private final long mostItems;
  private final long mostDepth;
  private long steps;
  private long nextLook = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
  private long unread;
  private long allocated;

  /**
   * A new one.
   *
   * @param allowance what it shares with the other templates of the same object
   */
  public Budget(Limits limits, Allowance allowance) {
    this.limits = limits;
    this.allowance = allowance;
    this.mostSteps = limits.allowed(Limit.STEPS);
    this.mostText = limits.allowed(Limit.TEXT_BYTES);
    this.mostAllocated = limits.allowed(Limit.ALLOCATED_BYTES);
    this.mostItems = limits.allowed(Limit.ITEMS);
    this.mostDepth = limits.allowed(Limit.DEPTH);
  }

  public Limits limits() {
    return limits;
  }

  public void step() {
    steps(1);
  }

  public void steps(long count) {
    steps += count;
    if (steps > mostSteps || steps < 0) {
      throw over(Limit.STEPS);
    }
    if (steps >= nextLook) {
      nextLook = steps + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
      allowance.look();
    }
  }

  /** Work goes on that no step counts: is there time for it? */
  public void pause() {
    allowance.look();
  }

  /** That many bytes or items are about to be read. Small amounts add up to a step. */
  public void read(long amount) {
    unread += amount;
    if (unread >= READ_PER_STEP) {
      steps(unread / READ_PER_STEP);
      unread %= READ_PER_STEP;
    }
  }

  /** A string of that many bytes is about to be made. */
  public void text(long bytes) {
    if (bytes < 0 || bytes > mostText) {
      throw over(Limit.TEXT_BYTES);
    }
    allocate(bytes);
  }

  /** A string of that many bytes is about to be made that is a value of its own. */
  public void value(long bytes) {
    text(bytes);
    allocate(TEXT_OVERHEAD_BYTES);
  }

  /** A list or map of that many items is about to be made, or to grow by so many. */
  public void items(long count) {
    if (count < 0 || count > mostItems) {
      throw over(Limit.ITEMS);
    }
    allocate(count * ITEM_BYTES);
  }

  /** Something nested that deeply is about to be entered. */
  public void depth(int levels) {
    if (levels > mostDepth) {
      throw over(Limit.DEPTH);
    }
  }

  /** Something expensive is about to be done once more: one of the limits that count. */
  public void take(Limit limit) {
    allowance.take(limit);
  }

  /** It is printed, all of it. */
  public void printed(long bytes) {
    allowance.printed(bytes);
  }

  /** A size is compared with what is allowed. */
  public void size(Limit limit, long size) {
    if (size > limits.allowed(limit)) {
      throw over(limit);
    }
  }

  private void allocate(long bytes) {
    if (bytes > mostAllocated - allocated) {
      throw over(Limit.ALLOCATED_BYTES);
    }
    allocated += bytes;
    read(bytes);
  }

  private LimitException over(Limit limit) {
    return new LimitException(limit, limits.allowed(limit));
  }
}
