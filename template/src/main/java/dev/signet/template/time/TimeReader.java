package dev.signet.template.time;

import dev.signet.template.time.Layout.Piece;
import org.jspecify.annotations.Nullable;

/** Reads a time by a layout. What the layout does not say is that of 1 January of the year 0. */
final class TimeReader {
  private static final int UNSEEN = -1;
  private static final int HOURS = 24;
  private static final int NOON = 12;
  private static final int SIXTY = 60;
  private static final int YEAR_OF_1900 = 69;
  private static final int NANO_DIGITS = 9;

  private final Input input;
  private final Layout layout;
  private int year;
  private int month = UNSEEN;
  private int day = UNSEEN;
  private int yearDay = UNSEEN;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private @Nullable Boolean isAfternoon;
  private final ZoneReader zone;

  TimeReader(Layout layout, String octets) {
    this.layout = layout;
    this.input = new Input(octets);
    this.zone = new ZoneReader(input);
  }

  Moment read() throws BadTimeException {
    for (int index = 0; index < layout.pieces().size(); index++) {
      Piece piece = layout.pieces().get(index);
      input.skip(piece.before());
      if (piece.element() != null) {
        read(piece, piece.element(), layout.pieces().get(index + 1));
      }
    }
    if (!input.isAtEnd()) {
      throw new BadTimeException("extra text after the time");
    }
    if (isAfternoon != null) {
      hour = isAfternoon && hour < NOON ? hour + NOON : !isAfternoon && hour == NOON ? 0 : hour;
    }
    findDate();
    long seconds =
        Civil.seconds(year, month, day) + (hour * SIXTY + minute) * (long) SIXTY + second;
    return zone.moment(seconds, nanos);
  }

  private void read(Piece piece, Element element, Piece next) throws BadTimeException {
    switch (element) {
      case LONG_MONTH, MONTH -> month = input.month(element == Element.MONTH);
      case NUMBER_MONTH, ZERO_MONTH ->
          month = within("month", input.number(element == Element.ZERO_MONTH), 1, NOON);
      case LONG_WEEKDAY, WEEKDAY -> input.weekday(element == Element.WEEKDAY);
      case DAY, SPACE_DAY, ZERO_DAY -> {
        input.skipSpaces(element == Element.SPACE_DAY ? 1 : 0);
        day = input.number(element == Element.ZERO_DAY);
      }
      case SPACE_YEAR_DAY, ZERO_YEAR_DAY -> {
        input.skipSpaces(element == Element.SPACE_YEAR_DAY ? 2 : 0);
        yearDay = input.number(element == Element.ZERO_YEAR_DAY ? 3 : 1, 3);
      }
      case HOUR -> hour = within("hour", input.number(false), 0, HOURS - 1);
      case HOUR_OF_12, ZERO_HOUR_OF_12 ->
          hour = within("hour", input.number(element == Element.ZERO_HOUR_OF_12), 0, NOON);
      case MINUTE, ZERO_MINUTE ->
          minute = within("minute", input.number(element == Element.ZERO_MINUTE), 0, SIXTY - 1);
      case SECOND, ZERO_SECOND -> {
        second = within("second", input.number(element == Element.ZERO_SECOND), 0, SIXTY - 1);
        readUnaskedFraction(next);
      }
      case LONG_YEAR -> year = input.number(4, 4);
      case YEAR -> {
        int ofCentury = input.number(2, 2);
        year = ofCentury + (ofCentury >= YEAR_OF_1900 ? 1900 : 2000);
      }
      case NOON -> readNoon("AM", "PM");
      case SMALL_NOON -> readNoon("am", "pm");
      case ZONE -> zone.readName();
      case FRACTION -> readFraction(piece.width() - 1);
      case SHORT_FRACTION -> {
        if (isFraction()) {
          readFraction(input.digits(1));
        }
      }
      default -> zone.readOffset(element);
    }
  }

  private static int within(String what, int number, int least, int most) throws BadTimeException {
    if (number < least || number > most) {
      throw new BadTimeException(what + " out of range");
    }
    return number;
  }

  private void readNoon(String before, String after) throws BadTimeException {
    String text = input.take(2);
    if (!text.equals(before) && !text.equals(after)) {
      throw Input.bad();
    }
    // Once after noon, always after noon.
    isAfternoon = text.equals(after) || Boolean.TRUE.equals(isAfternoon);
  }

  /** Seconds may have a fraction of which the layout says nothing. */
  private void readUnaskedFraction(Piece next) throws BadTimeException {
    boolean isAsked =
        next.element() == Element.FRACTION || next.element() == Element.SHORT_FRACTION;
    if (!isAsked && isFraction()) {
      readFraction(input.digits(1));
    }
  }

  private boolean isFraction() {
    return (input.peek(0) == '.' || input.peek(0) == ',') && input.isDigit(1);
  }

  private void readFraction(int digits) throws BadTimeException {
    String text = input.take(1 + digits);
    String counted = text.substring(1, Math.min(text.length(), 1 + NANO_DIGITS));
    boolean isNumber = counted.chars().allMatch(octet -> octet >= '0' && octet <= '9');
    if ((text.charAt(0) != '.' && text.charAt(0) != ',') || !isNumber || counted.isEmpty()) {
      throw Input.bad();
    }
    nanos = Integer.parseInt(counted + "0".repeat(NANO_DIGITS - counted.length()));
  }

  private void findDate() throws BadTimeException {
    if (yearDay != UNSEEN) {
      findDateByYearDay();
    }
    month = month == UNSEEN ? 1 : month;
    day = day == UNSEEN ? 1 : day;
    if (day < 1 || day > Civil.daysIn(year, month)) {
      throw new BadTimeException("day out of range");
    }
  }

  private void findDateByYearDay() throws BadTimeException {
    boolean isLeap = Civil.isLeap(year);
    if (yearDay < 1 || yearDay > (isLeap ? 366 : 365)) {
      throw new BadTimeException("day-of-year out of range");
    }
    Civil date = Civil.of(Civil.seconds(year, 1, yearDay));
    if (month != UNSEEN && month != date.month()) {
      throw new BadTimeException("day-of-year does not match month");
    }
    if (day != UNSEEN && day != date.day()) {
      throw new BadTimeException("day-of-year does not match day");
    }
    month = date.month();
    day = date.day();
  }
}
