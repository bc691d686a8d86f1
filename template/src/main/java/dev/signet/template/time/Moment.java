package dev.signet.template.time;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point in time, seen from a zone.
 *
 * @param seconds since 1970, rounded down
 * @param monotonic nanoseconds of a clock that never goes back, where it was read together
 */
public record Moment(long seconds, int nanos, Zone zone, @Nullable Long monotonic)
    implements Value.Opaque {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** From the start of the year 1 to 1970. */
  private static final long EPOCH = 62_135_596_800L;

  private static final int LAST_YEAR = 9999;
  private static final Layout PRINTED = Layout.read("2006-01-02 15:04:05.999999999 -0700 MST");
  private static final Layout RFC_3339 = Layout.read("2006-01-02T15:04:05.999999999Z07:00");
  private static final Layout GO_SOURCE = Layout.read(", time.January, 2, ");

  /** The start of the year 1, which is what Go has for none. */
  public static final Moment ZERO = of(-EPOCH, 0, Zone.UTC);

  public static Moment of(long seconds, int nanos, Zone zone) {
    return new Moment(seconds, nanos, zone, null);
  }

  /** Reads it by a layout. */
  public static Moment read(String layout, String octets) throws BadTimeException {
    return new TimeReader(Layout.read(layout), octets).read();
  }

  public String format(String layout) {
    return format(Layout.read(layout));
  }

  private String format(Layout layout) {
    return new Formatter(civil(), nanos, offset()).write(layout);
  }

  private Offset offset() {
    return zone.at(seconds);
  }

  private Civil civil() {
    return Civil.of(seconds + offset().seconds());
  }

  @Override
  public Type type() {
    return Type.TIME;
  }

  @Override
  public String text() {
    return monotonic == null ? format(PRINTED) : format(PRINTED) + " m=" + told(monotonic);
  }

  private static String told(long nanos) {
    return "%s%d.%09d"
        .formatted(
            nanos < 0 ? "-" : "+",
            Math.abs(nanos / NANOS_PER_SECOND),
            Math.abs(nanos % NANOS_PER_SECOND));
  }

  @Override
  public List<Value.Field> fields() {
    return List.of(
        new Value.Field("wall", new Value.Int(nanos, Type.UINT64)),
        new Value.Field("ext", Value.Int.wide(seconds + EPOCH)),
        new Value.Field("loc", new Value.NilPointer(Type.LOCATION)));
  }

  /** By the clock and the zone itself, as the structures are compared. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean isSame(Value.Opaque other) {
    return equals(other) && other instanceof Moment moment && zone == moment.zone;
  }

  @Override
  public Value json() {
    String text = rfc3339();
    return text == null ? Value.Nil.MISSING : Value.Text.octets(text);
  }

  /** Null for years that it cannot write. */
  public @Nullable String rfc3339() {
    long year = civil().year();
    boolean isShort = Math.abs(offset().seconds()) < 24 * 3_600;
    return year < 0 || year > LAST_YEAR || !isShort ? null : format(RFC_3339);
  }

  @Override
  public String goText() {
    return goSource();
  }

  public String goSource() {
    Civil civil = civil();
    String place =
        zone.equals(Zone.UTC)
            ? "time.UTC"
            : zone.equals(Zone.LOCAL) ? "time.Local" : "time.Location(\"" + zone.text() + "\")";
    return "time.Date(%d%s%d, %d, %d, %d, %s)"
        .formatted(
            civil.year(),
            format(GO_SOURCE),
            civil.hour(),
            civil.minute(),
            civil.second(),
            nanos,
            place);
  }

  public boolean isZero() {
    return seconds == -EPOCH && nanos == 0;
  }

  public boolean isSummer() {
    return offset().isSummer();
  }

  public long year() {
    return civil().year();
  }

  public Value.Int month() {
    return new Value.Int(civil().month(), Type.MONTH);
  }

  public int day() {
    return civil().day();
  }

  public int yearDay() {
    return civil().yearDay();
  }

  public Value.Int weekday() {
    return new Value.Int(civil().weekday(), Type.WEEKDAY);
  }

  public int hour() {
    return civil().hour();
  }

  public int minute() {
    return civil().minute();
  }

  public int second() {
    return civil().second();
  }

  /** Since 1970 in parts of a second; what is too much for 64 bits overflows. */
  public long unix(long perSecond) {
    return seconds * perSecond + nanos / (NANOS_PER_SECOND / perSecond);
  }

  public Moment in(Zone other) {
    return of(seconds, nanos, other);
  }

  /** Without the reading of the monotonic clock. */
  private Moment stripped() {
    return of(seconds, nanos, zone);
  }

  public Moment plus(long duration) {
    long sum = nanos + duration % NANOS_PER_SECOND;
    long whole = seconds + duration / NANOS_PER_SECOND + Math.floorDiv(sum, NANOS_PER_SECOND);
    Long reading = monotonic == null ? null : Long.valueOf(monotonic + duration);
    return new Moment(whole, (int) Math.floorMod(sum, NANOS_PER_SECOND), zone, reading);
  }

  public Moment plusDate(long years, long months, long days) {
    Civil civil = civil();
    long start = Civil.seconds(civil.year() + years, civil.month() + months, civil.day() + days);
    long local = start + civil.secondOfDay();
    return of(local - zone.at(local).seconds(), nanos, zone);
  }

  /** As much as 64 bits of nanoseconds hold. */
  public long minus(Moment other) {
    long duration = (seconds - other.seconds) * NANOS_PER_SECOND + nanos - other.nanos;
    if (other.plus(duration).order(this) == 0) {
      return duration;
    }
    return order(other) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  public int order(Moment other) {
    int bySeconds = Long.compare(seconds, other.seconds);
    return bySeconds != 0 ? bySeconds : Integer.compare(nanos, other.nanos);
  }

  public Moment truncated(long unit) {
    return unit <= 0 ? stripped() : stripped().plus(-rest(unit));
  }

  public Moment rounded(long unit) {
    if (unit <= 0) {
      return stripped();
    }
    long rest = rest(unit);
    return stripped().plus(rest < unit - rest ? -rest : unit - rest);
  }

  /** Since the last multiple, counted from the start of the year 1. */
  private long rest(long unit) {
    return BigInteger.valueOf(seconds + EPOCH)
        .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
        .add(BigInteger.valueOf(nanos))
        .mod(BigInteger.valueOf(unit))
        .longValue();
  }
}
