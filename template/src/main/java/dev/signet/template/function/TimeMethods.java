package dev.signet.template.function;

import static dev.signet.template.value.Type.DURATION;
import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.LOCATION;
import static dev.signet.template.value.Type.STRING;
import static dev.signet.template.value.Type.TIME;

import dev.signet.template.time.Moment;
import dev.signet.template.time.Zone;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a time says of itself. */
final class TimeMethods {
  private static final long MILLIS = 1_000;
  private static final long MICROS = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  private TimeMethods() {}

  static List<Method> all() {
    return Stream.of(parts(), unix(), comparisons(), changes(), texts(), impossible())
        .flatMap(List::stream)
        .toList();
  }

  static Moment of(Call call, int index) {
    if (call.value(index) instanceof Moment moment) {
      return moment;
    }
    throw new IllegalStateException("argument was not checked");
  }

  private static Method method(String name, Function<Moment, Value> body) {
    return Method.of(TIME, name, List.of(), call -> body.apply(of(call, 0)));
  }

  private static Method number(String name, ToLongFunction<Moment> body) {
    return method(name, moment -> Value.Int.of(body.applyAsLong(moment)));
  }

  private static Method wide(String name, ToLongFunction<Moment> body) {
    return method(name, moment -> Value.Int.wide(body.applyAsLong(moment)));
  }

  private static Method test(String name, Predicate<Moment> body) {
    return method(name, moment -> new Value.Bool(body.test(moment)));
  }

  private static List<Method> parts() {
    return List.of(
        number("Year", Moment::year),
        method("Month", Moment::month),
        number("Day", Moment::day),
        method("Weekday", Moment::weekday),
        number("YearDay", Moment::yearDay),
        number("Hour", Moment::hour),
        number("Minute", Moment::minute),
        number("Second", Moment::second),
        number("Nanosecond", Moment::nanos),
        test("IsZero", Moment::isZero),
        test("IsDST", Moment::isSummer),
        method("Location", Moment::zone));
  }

  private static List<Method> unix() {
    return List.of(
        wide("Unix", Moment::seconds),
        wide("UnixMilli", moment -> moment.unix(MILLIS)),
        wide("UnixMicro", moment -> moment.unix(MICROS)),
        wide("UnixNano", moment -> moment.unix(NANOS)));
  }

  private static List<Method> comparisons() {
    return List.of(
        Method.of(
            TIME,
            "Sub",
            List.of(TIME),
            call -> new Value.Int(of(call, 0).minus(of(call, 1)), DURATION)),
        Method.of(
            TIME, "Compare", List.of(TIME), call -> Value.Int.of(of(call, 0).order(of(call, 1)))),
        comparison("After", order -> order > 0),
        comparison("Before", order -> order < 0),
        comparison("Equal", order -> order == 0));
  }

  private static Method comparison(String name, IntPredicate holds) {
    return Method.of(
        TIME,
        name,
        List.of(TIME),
        call -> new Value.Bool(holds.test(of(call, 0).order(of(call, 1)))));
  }

  private static List<Method> changes() {
    return List.of(
        Method.of(TIME, "Add", List.of(DURATION), call -> of(call, 0).plus(call.integer(1))),
        Method.of(
            TIME,
            "AddDate",
            List.of(INT, INT, INT),
            call -> of(call, 0).plusDate(call.integer(1), call.integer(2), call.integer(3))),
        Method.of(TIME, "Round", List.of(DURATION), call -> of(call, 0).rounded(call.integer(1))),
        Method.of(
            TIME, "Truncate", List.of(DURATION), call -> of(call, 0).truncated(call.integer(1))),
        method("UTC", moment -> moment.in(Zone.UTC)),
        method("Local", moment -> moment.in(Zone.LOCAL)),
        Method.of(TIME, "In", List.of(LOCATION), TimeMethods::in));
  }

  private static Value in(Call call) {
    if (call.value(1) instanceof Zone zone) {
      return of(call, 0).in(zone);
    }
    throw new CallException("time: missing Location in call to Time.In");
  }

  private static List<Method> texts() {
    return List.of(
        Method.of(
            TIME,
            "Format",
            List.of(STRING),
            call -> DateFunctions.format(call, call.octets(1), of(call, 0), of(call, 0).zone())),
        Method.of(TIME, "String", List.of(), call -> call.text(of(call, 0).text())),
        Method.of(TIME, "GoString", List.of(), call -> call.text(of(call, 0).goSource())),
        Method.of(TIME, "MarshalText", List.of(), call -> bytes(call, rfc3339(call))),
        Method.of(TIME, "MarshalJSON", List.of(), call -> bytes(call, '"' + rfc3339(call) + '"')),
        Method.of(
            LOCATION,
            "String",
            List.of(),
            call -> call.text(call.value(0) instanceof Zone zone ? zone.text() : "UTC")));
  }

  private static String rfc3339(Call call) {
    String text = of(call, 0).rfc3339();
    if (text == null) {
      throw new CallException("year outside of range [0,9999]");
    }
    return text;
  }

  private static Value bytes(Call call, String octets) {
    call.budget().items(octets.length());
    List<Value> bytes = new ArrayList<>();
    for (byte octet : octets.getBytes(StandardCharsets.ISO_8859_1)) {
      bytes.add(new Value.Int(octet & 0xff, Type.UINT8));
    }
    return Value.Items.of(Type.BYTES, bytes);
  }

  /** Go has them, but templates cannot call functions with such results. */
  private static List<Method> impossible() {
    return List.of(
        impossible("Date", "function Date has 3 return values; should be 1 or 2"),
        impossible("Clock", "function Clock has 3 return values; should be 1 or 2"),
        impossible("Zone", signature("Zone", "int")),
        impossible("ISOWeek", signature("ISOWeek", "int")),
        impossible("ZoneBounds", signature("ZoneBounds", "time.Time")));
  }

  private static String signature(String name, String type) {
    return "invalid function signature for %s: second return value should be error; is %s"
        .formatted(name, type);
  }

  private static Method impossible(String name, String reason) {
    return Method.of(
        TIME,
        name,
        List.of(),
        _ -> {
          throw CallException.ofFunction(reason);
        });
  }
}
