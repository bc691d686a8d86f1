package dev.signet.template.limit;

import java.time.Duration;

/**
 * What one rendering may use.
 *
 * @param templateBytes size of the template text
 * @param outputBytes size of what it prints
 * @param textBytes size of one string
 * @param allocatedBytes all that it allocates on its way, freed or not
 * @param steps nodes visited and, in portions, bytes and items read by functions
 * @param depth nesting of calls, of expressions and of data
 * @param wallTime time on the clock
 */
public record Limits(
    long templateBytes,
    long outputBytes,
    long textBytes,
    long allocatedBytes,
    long steps,
    int depth,
    Duration wallTime) {
  private static final long MEBIBYTE = 1 << 20;

  public static Limits standard() {
    return new Limits(
        MEBIBYTE, MEBIBYTE, 4 * MEBIBYTE, 64 * MEBIBYTE, 1_000_000, 1_000, Duration.ofSeconds(5));
  }
}
