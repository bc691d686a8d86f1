package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.STRING;
import static dev.signet.template.value.Type.TIME;

import dev.signet.template.time.BadTimeException;
import dev.signet.template.time.Durations;
import dev.signet.template.time.Moment;
import dev.signet.template.time.Zone;
import dev.signet.template.time.Zones;
import dev.signet.template.value.Named;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Times, as Go lays them out. */
final class DateFunctions {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_HOUR = 3_600 * NANOS_PER_SECOND;
  private static final String DAY_LAYOUT = "2006-01-02";

  /** What an element of a layout grows to at most. */
  private static final long GROWTH = 4;

  private static final int STEPS_PER_OCTET = 2;

  private final InstantSource clock;
  private final Instant started;

  private DateFunctions(InstantSource clock) {
    this.clock = clock;
    this.started = clock.instant();
  }

  static List<Function> all(InstantSource clock) {
    var dates = new DateFunctions(clock);
    return List.of(
        Function.of("now", List.of(), _ -> dates.now()),
        Function.of(
            "date",
            List.of(STRING, ANY),
            call -> format(call, call.octets(0), dates.at(call.value(1)), Zone.LOCAL)),
        Function.of(
            "htmlDate",
            List.of(ANY),
            call -> format(call, DAY_LAYOUT, dates.at(call.value(0)), Zone.LOCAL)),
        Function.of(
            "htmlDateInZone",
            List.of(ANY, STRING),
            call -> format(call, DAY_LAYOUT, dates.at(call.value(0)), zone(call.octets(1)))),
        Function.of("dateInZone", List.of(STRING, ANY, STRING), dates::inZone),
        Function.of("date_in_zone", List.of(STRING, ANY, STRING), dates::inZone),
        Function.of("dateModify", List.of(STRING, TIME), DateFunctions::modify),
        Function.of("date_modify", List.of(STRING, TIME), DateFunctions::modify),
        Function.of("mustDateModify", List.of(STRING, TIME), DateFunctions::mustModify),
        Function.of("must_date_modify", List.of(STRING, TIME), DateFunctions::mustModify),
        Function.of("toDate", List.of(STRING, STRING), DateFunctions::read),
        Function.of("mustToDate", List.of(STRING, STRING), DateFunctions::mustRead),
        Function.of(
            "unixEpoch",
            List.of(TIME),
            call -> call.text(Long.toString(TimeMethods.of(call, 0).seconds()))),
        Function.of("ago", List.of(ANY), dates::ago),
        Function.of("duration", List.of(ANY), DateFunctions::duration),
        Function.of("durationRound", List.of(ANY), dates::round));
  }

  private Moment now() {
    Instant now = clock.instant();
    return new Moment(
        now.getEpochSecond(), now.getNano(), Zone.LOCAL, ChronoUnit.NANOS.between(started, now));
  }

  /** What is neither a time nor a whole number of seconds is now. */
  private Moment at(Value value) {
    return switch (value) {
      case Moment moment -> moment;
      case Value.Int(long seconds, Type type) when type == Type.INT || type == Type.INT64 ->
          Moment.of(seconds, 0, Zone.LOCAL);
      default -> now();
    };
  }

  private static Zone zone(String name) {
    return Zones.find(name).orElse(Zone.UTC);
  }

  private Value inZone(Call call) {
    return format(call, call.octets(0), at(call.value(1)), zone(call.octets(2)));
  }

  static Value format(Call call, String layout, Moment moment, Zone zone) {
    call.budget().steps((long) STEPS_PER_OCTET * layout.length());
    call.budget().text(GROWTH * layout.length());
    return call.text(moment.in(zone).format(layout));
  }

  private static Value modify(Call call) {
    Moment moment = TimeMethods.of(call, 1);
    try {
      return moment.plus(nanos(call, call.octets(0)));
    } catch (BadTimeException _) {
      return moment;
    }
  }

  private static Value mustModify(Call call) {
    try {
      return TimeMethods.of(call, 1).plus(nanos(call, call.octets(0)));
    } catch (BadTimeException e) {
      throw new CallException(e.reason());
    }
  }

  private static long nanos(Call call, String octets) throws BadTimeException {
    call.budget().steps(octets.length());
    return Durations.read(octets);
  }

  private static Value read(Call call) {
    try {
      return moment(call);
    } catch (BadTimeException _) {
      return Moment.ZERO;
    }
  }

  private static Value mustRead(Call call) {
    try {
      return moment(call);
    } catch (BadTimeException e) {
      throw new CallException("parsing time: " + e.reason());
    }
  }

  private static Moment moment(Call call) throws BadTimeException {
    call.budget().steps(call.octets(0).length());
    call.budget().items(call.octets(0).length());
    return Moment.read(call.octets(0), call.octets(1));
  }

  private Value ago(Call call) {
    long nanos = now().minus(at(call.value(0)));
    return words(call, Durations.rounded(nanos, NANOS_PER_SECOND));
  }

  private static Value words(Call call, long nanos) {
    return call.text(Named.duration(nanos));
  }

  private static Value duration(Call call) {
    long seconds =
        switch (call.value(0)) {
          case Value.Int(long bits, Type type) when type == Type.INT64 -> bits;
          case Value.Text(String octets) -> wholeNumber(call, octets);
          default -> 0;
        };
    return words(call, seconds * NANOS_PER_SECOND);
  }

  /** Out of range it is the bound; otherwise what is no number is zero. */
  private static long wholeNumber(Call call, String octets) {
    call.budget().read(octets.length());
    boolean isSigned = octets.startsWith("-") || octets.startsWith("+");
    String digits = octets.substring(isSigned ? 1 : 0);
    boolean isNumber =
        !digits.isEmpty() && digits.chars().allMatch(octet -> octet >= '0' && octet <= '9');
    if (!isNumber) {
      return 0;
    }
    try {
      return Long.parseLong(octets);
    } catch (NumberFormatException _) {
      return octets.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private Value round(Call call) {
    long nanos =
        switch (call.value(0)) {
          case Value.Text(String octets) -> lenient(call, octets);
          case Value.Int(long bits, Type type) when type == Type.INT64 -> bits;
          case Moment moment -> now().minus(moment);
          default -> 0;
        };
    long size = nanos < 0 ? -nanos : nanos;
    for (Map.Entry<String, Long> unit : units().entrySet()) {
      if (Long.compareUnsigned(size, unit.getValue()) > 0) {
        return call.text(Long.divideUnsigned(size, unit.getValue()) + unit.getKey());
      }
    }
    return call.text("0s");
  }

  private static long lenient(Call call, String octets) {
    try {
      return nanos(call, octets);
    } catch (BadTimeException _) {
      return 0;
    }
  }

  /** The longest first. */
  private static SequencedMap<String, Long> units() {
    SequencedMap<String, Long> units = new LinkedHashMap<>();
    units.put("y", 365 * 24 * NANOS_PER_HOUR);
    units.put("mo", 30 * 24 * NANOS_PER_HOUR);
    units.put("d", 24 * NANOS_PER_HOUR);
    units.put("h", NANOS_PER_HOUR);
    units.put("m", 60 * NANOS_PER_SECOND);
    units.put("s", NANOS_PER_SECOND);
    return units;
  }
}
