package dev.signet.template.function;

import static dev.signet.template.value.Type.DURATION;
import static dev.signet.template.value.Type.MONTH;
import static dev.signet.template.value.Type.WEEKDAY;

import dev.signet.template.time.Durations;
import dev.signet.template.value.Named;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** What durations, months and weekdays say of themselves. */
final class NamedMethods {
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private NamedMethods() {}

  static List<Method> all() {
    return Stream.of(
            List.of(words(MONTH), words(WEEKDAY), words(DURATION)),
            List.of(real("Hours", HOUR), real("Minutes", MINUTE), real("Seconds", SECOND)),
            List.of(
                whole("Milliseconds", MILLISECOND),
                whole("Microseconds", MICROSECOND),
                whole("Nanoseconds", 1)),
            List.of(
                Method.of(DURATION, "Abs", List.of(), call -> size(call.integer(0))),
                Method.of(
                    DURATION,
                    "Round",
                    List.of(DURATION),
                    call -> Durations.value(Durations.rounded(call.integer(0), call.integer(1)))),
                Method.of(
                    DURATION,
                    "Truncate",
                    List.of(DURATION),
                    call ->
                        Durations.value(Durations.truncated(call.integer(0), call.integer(1))))))
        .flatMap(List::stream)
        .toList();
  }

  private static Method words(Type type) {
    return Method.of(
        type,
        "String",
        List.of(),
        call -> call.text(String.valueOf(Named.text(new Value.Int(call.integer(0), type)))));
  }

  /** The whole units and the rest apart, so that no digit is lost that need not be. */
  private static Method real(String name, long unit) {
    return Method.of(
        DURATION,
        name,
        List.of(),
        call -> {
          long nanos = call.integer(0);
          long whole = nanos / unit;
          return new Value.Real((double) whole + (double) (nanos % unit) / unit);
        });
  }

  private static Method whole(String name, long unit) {
    return Method.of(DURATION, name, List.of(), call -> Value.Int.wide(call.integer(0) / unit));
  }

  private static Value size(long nanos) {
    return Durations.value(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos));
  }
}
