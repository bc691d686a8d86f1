package dev.signet.template.version;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;

/** The three numbers, each of 64 bits without sign. */
record Numbers(long major, long minor, long patch) implements Comparable<Numbers> {
  static Value.Int value(long number) {
    return new Value.Int(number, Type.UINT64);
  }

  @Override
  public int compareTo(Numbers other) {
    int byMajor = Long.compareUnsigned(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Long.compareUnsigned(minor, other.minor);
    return byMinor != 0 ? byMinor : Long.compareUnsigned(patch, other.patch);
  }

  boolean isZero() {
    return major == 0 && minor == 0 && patch == 0;
  }

  @Override
  public String toString() {
    return "%s.%s.%s"
        .formatted(
            Long.toUnsignedString(major),
            Long.toUnsignedString(minor),
            Long.toUnsignedString(patch));
  }
}
