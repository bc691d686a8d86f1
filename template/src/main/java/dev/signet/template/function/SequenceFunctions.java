package dev.signet.template.function;

import static dev.signet.template.value.Type.INT;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.function.LongConsumer;

/** Integers in a row. */
final class SequenceFunctions {
  private SequenceFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("until", List.of(INT), SequenceFunctions::until),
        Function.of(
            "untilStep",
            List.of(INT, INT, INT),
            call -> list(call, new Row(call.integer(0), call.integer(1), call.integer(2)))),
        Function.of("seq", List.of(), INT, SequenceFunctions::text));
  }

  /** From start up or down to end, which does not belong to it. */
  private record Row(long start, long end, long step) {
    /** A number beyond 64 bits wraps around and goes on, so the consumer has to charge. */
    void each(LongConsumer consumer) {
      boolean isDown = end < start;
      if (isDown ? step >= 0 : step <= 0) {
        return;
      }
      for (long number = start; isDown ? number > end : number < end; number += step) {
        consumer.accept(number);
      }
    }
  }

  private static Value until(Call call) {
    long end = call.integer(0);
    return list(call, new Row(0, end, end < 0 ? -1 : 1));
  }

  private static Value list(Call call, Row row) {
    var numbers = new Collected(call.budget());
    row.each(number -> numbers.add(Value.Int.of(number)));
    return numbers.toItems(Type.INTS);
  }

  private static Value text(Call call) {
    Octets out = Octets.text(call.budget());
    row(call).each(number -> out.add(out.isEmpty() ? "" : " ").add(Long.toString(number)));
    return out.toText();
  }

  private static Row row(Call call) {
    return switch (call.count()) {
      case 1 -> inclusive(1, call.integer(0));
      case 2 -> inclusive(call.integer(0), call.integer(1));
      case 3 -> stepped(call.integer(0), call.integer(1), call.integer(2));
      default -> new Row(0, 0, 0);
    };
  }

  private static Row inclusive(long start, long end) {
    long step = end < start ? -1 : 1;
    return new Row(start, end + step, step);
  }

  private static Row stepped(long start, long step, long end) {
    boolean isDown = end < start;
    return isDown && step > 0 ? new Row(0, 0, 0) : new Row(start, isDown ? end - 1 : end + 1, step);
  }
}
