package dev.signet.template.time;

import org.jspecify.annotations.Nullable;

/** Reads the zone of a time: a Z, an offset, an abbreviation, or both. */
final class ZoneReader {
  private static final int SIXTY = 60;
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final int HOURS = 24;
  private static final int LONGEST_NAME = 5;

  private final Input input;
  private boolean isUniversal;
  private @Nullable Integer offset;
  private String name = "";

  ZoneReader(Input input) {
    this.input = input;
  }

  void readOffset(Element element) throws BadTimeException {
    if (element.takesZ() && input.peek(0) == 'Z') {
      input.take(1);
      isUniversal = true;
      return;
    }
    char sign = input.take(1).charAt(0);
    int hours = input.number(true);
    int minutes = element.hasMinutes() ? part(element) : 0;
    int seconds = element.hasSeconds() ? part(element) : 0;
    if (hours > HOURS || minutes > SIXTY || seconds > SIXTY) {
      throw new BadTimeException("time zone offset out of range");
    }
    if (sign != '+' && sign != '-') {
      throw Input.bad();
    }
    int size = (hours * SIXTY + minutes) * SIXTY + seconds;
    offset = sign == '-' ? -size : size;
  }

  private int part(Element element) throws BadTimeException {
    if (element.hasColons() && !input.take(1).equals(":")) {
      throw Input.bad();
    }
    return input.number(true);
  }

  void readName() throws BadTimeException {
    if (input.startsWith("UTC")) {
      input.take(3);
      isUniversal = true;
      return;
    }
    int length = nameLength();
    if (length == 0) {
      throw Input.bad();
    }
    name = input.take(length);
  }

  private int nameLength() {
    if (input.left() < 3) {
      return 0;
    }
    if (input.startsWith("ChST") || input.startsWith("MeST")) {
      return 4;
    }
    if (input.startsWith("GMT")) {
      return 3 + signedLength(3);
    }
    if (input.peek(0) == '+' || input.peek(0) == '-') {
      return signedLength(0);
    }
    int letters = 0;
    while (letters <= LONGEST_NAME && isUpper(input.peek(letters))) {
      letters++;
    }
    boolean isGood =
        letters == 3
            || (letters == 4 && (input.peek(3) == 'T' || input.startsWith("WITA")))
            || (letters == LONGEST_NAME && input.peek(4) == 'T');
    return isGood ? letters : 0;
  }

  private static boolean isUpper(char octet) {
    return octet >= 'A' && octet <= 'Z';
  }

  /** Of a sign and hours; 0 if there are none. */
  private int signedLength(int from) {
    if (input.peek(from) != '+' && input.peek(from) != '-') {
      return 0;
    }
    int digits = input.digits(from + 1);
    long hours = 0;
    for (int index = 0; index < digits; index++) {
      hours = Math.min(HOURS, hours * 10 + input.peek(from + 1 + index) - '0');
    }
    return digits == 0 || hours >= HOURS ? 0 : 1 + digits;
  }

  /**
   * The time that a clock in that zone showed.
   *
   * @param seconds since 1970, had it been universal time
   */
  Moment moment(long seconds, int nanos) {
    if (isUniversal) {
      return Moment.of(seconds, nanos, Zone.UTC);
    }
    if (offset != null) {
      boolean isLocal = offset == 0 && (name.isEmpty() || name.equals("UTC"));
      Zone zone = isLocal ? Zone.LOCAL : Zone.fixed(name, offset);
      return Moment.of(seconds - offset, nanos, zone);
    }
    if (name.isEmpty()) {
      return Moment.of(seconds, nanos, Zone.LOCAL);
    }
    // An abbreviation says no offset, unless it has one in it.
    int known =
        name.startsWith("GMT") && name.length() > 3
            ? Integer.parseInt(name.substring(3)) * SECONDS_PER_HOUR
            : 0;
    return Moment.of(seconds, nanos, Zone.fixed(name, known));
  }
}
