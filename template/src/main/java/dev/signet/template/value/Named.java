package dev.signet.template.value;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The String methods of the integer types that have one: months, weekdays, durations. */
public final class Named {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int DAYS = 7;
  private static final int MONTHS = 12;

  private Named() {}

  /** What the String method gives; null if the type of the integer has none. */
  public static @Nullable String text(Value.Int number) {
    long bits = number.bits();
    return switch (number.type()) {
      case MONTH ->
          bits >= 1 && bits <= MONTHS
              ? word(Month.of((int) bits))
              : "%!Month(" + Long.toUnsignedString(bits) + ")";
      case WEEKDAY ->
          bits >= 0 && bits < DAYS
              ? word(DayOfWeek.of(bits == 0 ? DAYS : (int) bits))
              : "%!Weekday(" + Long.toUnsignedString(bits) + ")";
      case DURATION -> duration(bits);
      default -> null;
    };
  }

  /** The constant's own name: a locale would have one more opinion. */
  private static String word(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Hours, minutes and seconds, or below a second one unit with a fraction. */
  public static String duration(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    String sign = nanos < 0 ? "-" : "";
    long size = nanos < 0 ? -nanos : nanos;
    if (Long.compareUnsigned(size, NANOS_PER_SECOND) < 0) {
      return sign + small(size);
    }
    long seconds = Long.divideUnsigned(size, NANOS_PER_SECOND);
    String text = fraction(Long.remainderUnsigned(size, NANOS_PER_SECOND), 9) + "s";
    text = seconds % 60 + text;
    long minutes = seconds / 60;
    if (minutes > 0) {
      text = minutes % 60 + "m" + text;
    }
    return sign + (minutes >= 60 ? minutes / 60 + "h" : "") + text;
  }

  private static String small(long nanos) {
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    if (nanos < 1_000_000) {
      return nanos / 1_000 + fraction(nanos % 1_000, 3) + "\u00c2\u00b5s";
    }
    return nanos / 1_000_000 + fraction(nanos % 1_000_000, 6) + "ms";
  }

  private static String fraction(long number, int digits) {
    if (number == 0) {
      return "";
    }
    String padded = Long.toString(number);
    padded = "0".repeat(digits - padded.length()) + padded;
    return "." + padded.replaceAll("0+$", "");
  }
}
