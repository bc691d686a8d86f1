package dev.signet.template.time;

import dev.signet.template.time.Layout.Piece;
import dev.signet.template.value.Named;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;

/** Writes a time by a layout. */
final class Formatter {
  private static final int HOURS = 12;
  private static final int SHORT_NAME = 3;
  private static final int SIXTY = 60;
  private static final int NANO_DIGITS = 9;

  private final Civil civil;
  private final int nanos;
  private final Offset offset;
  private final StringBuilder out = new StringBuilder();

  Formatter(Civil civil, int nanos, Offset offset) {
    this.civil = civil;
    this.nanos = nanos;
    this.offset = offset;
  }

  String write(Layout layout) {
    for (Piece piece : layout.pieces()) {
      out.append(piece.before());
      if (piece.element() != null) {
        write(piece, piece.element());
      }
    }
    return out.toString();
  }

  private void write(Piece piece, Element element) {
    switch (element) {
      case LONG_MONTH -> out.append(month());
      case MONTH -> out.append(month(), 0, SHORT_NAME);
      case NUMBER_MONTH -> out.append(civil.month());
      case ZERO_MONTH -> number(civil.month(), 2);
      case LONG_WEEKDAY -> out.append(weekday());
      case WEEKDAY -> out.append(weekday(), 0, SHORT_NAME);
      case DAY -> out.append(civil.day());
      case SPACE_DAY -> spaced(civil.day(), 2);
      case ZERO_DAY -> number(civil.day(), 2);
      case SPACE_YEAR_DAY -> spaced(civil.yearDay(), 3);
      case ZERO_YEAR_DAY -> number(civil.yearDay(), 3);
      case HOUR -> number(civil.hour(), 2);
      case HOUR_OF_12 -> out.append(hourOf12());
      case ZERO_HOUR_OF_12 -> number(hourOf12(), 2);
      case MINUTE -> out.append(civil.minute());
      case ZERO_MINUTE -> number(civil.minute(), 2);
      case SECOND -> out.append(civil.second());
      case ZERO_SECOND -> number(civil.second(), 2);
      case LONG_YEAR -> number(civil.year(), 4);
      case YEAR -> number(Math.max(0, civil.year()) % 100, 2);
      case NOON -> out.append(civil.hour() >= HOURS ? "PM" : "AM");
      case SMALL_NOON -> out.append(civil.hour() >= HOURS ? "pm" : "am");
      case ZONE -> zone();
      case FRACTION, SHORT_FRACTION -> fraction(piece, element);
      default -> offset(element);
    }
  }

  private String month() {
    return String.valueOf(Named.text(new Value.Int(civil.month(), Type.MONTH)));
  }

  private String weekday() {
    return String.valueOf(Named.text(new Value.Int(civil.weekday(), Type.WEEKDAY)));
  }

  private int hourOf12() {
    return civil.hour() % HOURS == 0 ? HOURS : civil.hour() % HOURS;
  }

  /** With zeros before it; a sign takes no place. */
  private void number(long number, int width) {
    String digits = Long.toString(Math.abs(number));
    out.append(number < 0 ? "-" : "").repeat("0", Math.max(0, width - digits.length()));
    out.append(digits);
  }

  private void spaced(int number, int width) {
    String digits = Integer.toString(number);
    out.repeat(" ", width - digits.length()).append(digits);
  }

  private void zone() {
    if (offset.abbreviation().isEmpty()) {
      sign();
      hoursAndMinutes(Element.OFFSET);
    } else {
      out.append(offset.abbreviation());
    }
  }

  private void offset(Element element) {
    if (element.takesZ() && offset.seconds() == 0) {
      out.append('Z');
      return;
    }
    sign();
    hoursAndMinutes(element);
    if (element.hasSeconds()) {
      out.append(element.hasColons() ? ":" : "");
      number(Math.abs(offset.seconds()) % SIXTY, 2);
    }
  }

  /** Of the whole minutes: less than one to the west is a plus. */
  private void sign() {
    out.append(offset.seconds() / SIXTY < 0 ? '-' : '+');
  }

  private void hoursAndMinutes(Element element) {
    int minutes = Math.abs(offset.seconds() / SIXTY);
    number(minutes / SIXTY, 2);
    if (element.hasMinutes()) {
      out.append(element.hasColons() ? ":" : "");
      number(minutes % SIXTY, 2);
    }
  }

  private void fraction(Piece piece, Element element) {
    boolean isShort = element == Element.SHORT_FRACTION;
    if (isShort && nanos == 0) {
      return;
    }
    String digits = "%09d".formatted(nanos);
    String shown = digits.substring(0, Math.min(piece.width() - 1, NANO_DIGITS));
    String kept = isShort ? withoutZeros(shown) : shown;
    if (!kept.isEmpty()) {
      out.append(piece.sign()).append(kept);
    }
  }

  private static String withoutZeros(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}
