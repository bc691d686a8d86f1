package dev.signet.template;

import com.sun.management.ThreadMXBean;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Renders the hostile cases and measures them: processor time, which other processes do not change,
 * and not time on the wall. Ends with 1 if one is too slow or too large.
 */
final class HostileRun {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Three times what is allowed: other processes take caches away, and the JVM starts cold. */
  private static final long LONGEST_BLINDNESS = 3 * 200 * NANOS_PER_MILLI;

  private static final long LONGEST = 5_000 * NANOS_PER_MILLI;
  private static final long LARGEST = 512L << 20;

  /** One of what takes long by its nature is enough to see that it is counted. */
  private static final Limits LIMITS =
      Limits.standard().with(Limit.LARGE_KEYS, 1).with(Limit.PASSWORD_HASHES, 1);

  private HostileRun() {}

  public static void main(String[] arguments) throws IOException {
    List<TemplateCase> cases =
        TemplateCase.all().stream().filter(each -> each.name().startsWith("hostile.")).toList();
    var renderer = new Renderer();
    boolean isBad = cases.isEmpty();
    for (TemplateCase each : cases) {
      Optional<String> complaint = complaint(renderer, each);
      complaint.ifPresent(why -> System.out.println(each.name() + ": " + why));
      isBad |= complaint.isPresent();
    }
    System.out.printf(
        "hostile: %d cases in a heap of %d MiB%n",
        cases.size(), Runtime.getRuntime().maxMemory() >> 20);
    System.exit(isBad ? 1 : 0);
  }

  /** Tells the time, and remembers for how long a thread worked without asking for it. */
  private static final class Clock implements LongSupplier {
    private final Map<Long, Long> lastAsked = new HashMap<>();
    private long longest;

    Clock() {
      getAsLong();
      longest = 0;
    }

    /** A thread that was never seen was made for the template, and worked from its start. */
    @Override
    public long getAsLong() {
      long thread = Thread.currentThread().threadId();
      long now = THREADS.getCurrentThreadCpuTime();
      longest = Math.max(longest, now - lastAsked.getOrDefault(thread, 0L));
      lastAsked.put(thread, now);
      return System.nanoTime();
    }
  }

  private static Optional<String> complaint(Renderer renderer, TemplateCase hostile) {
    var clock = new Clock();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long started = THREADS.getCurrentThreadCpuTime();
    var budget = new Budget(LIMITS, new Allowance(LIMITS, clock));
    Rendering rendering =
        renderer.render(hostile.name(), hostile.template(), hostile.input(), budget);
    clock.getAsLong();
    long time = THREADS.getCurrentThreadCpuTime() - started;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    if (clock.longest > LONGEST_BLINDNESS || time > LONGEST || bytes > LARGEST) {
      return Optional.of(
          "%d ms without a look at the clock, %d ms in all, %d MiB allocated"
              .formatted(clock.longest / NANOS_PER_MILLI, time / NANOS_PER_MILLI, bytes >> 20));
    }
    return hostile.complaint(rendering);
  }
}
