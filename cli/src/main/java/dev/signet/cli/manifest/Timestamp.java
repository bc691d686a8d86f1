package dev.signet.cli.manifest;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Dates and times that Go's yaml.v2 takes for such, and therefore quotes: {@code 2001-1-2}, with
 * {@code T} or {@code t} a time and zone, with a blank a time without zone.
 */
final class Timestamp {
  private final String text;
  private int at;

  private Timestamp(String text) {
    this.text = text;
  }

  static boolean matches(String text) {
    return new Timestamp(text).matches();
  }

  private boolean matches() {
    if (number(4) < 0 || at != 4 || !date()) {
      return false;
    }
    if (at == text.length()) {
      return true;
    }
    if (skip('T') || skip('t')) {
      return time() && zone() && at == text.length();
    }
    boolean blanks = skip(' ');
    while (skip(' ')) {
      // Go lets one blank of a layout stand for any number of them.
    }
    return blanks && time() && at == text.length();
  }

  private boolean date() {
    int year = Integer.parseInt(text, 0, 4, 10);
    if (!skip('-')) {
      return false;
    }
    int month = number(2);
    if (!skip('-')) {
      return false;
    }
    int day = number(2);
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return date.getYear() == year;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean time() {
    if (!within(0, 23) || !skip(':') || !within(0, 59) || !skip(':') || !within(0, 59)) {
      return false;
    }
    int mark = at;
    if ((skip('.') || skip(',')) && number(Integer.MAX_VALUE) < 0) {
      at = mark;
    }
    return true;
  }

  private boolean zone() {
    if (skip('Z')) {
      return true;
    }
    if (!skip('+') && !skip('-')) {
      return false;
    }
    int start = at;
    return within(0, 24) && at == start + 2 && skip(':') && within(0, 60) && at == start + 5;
  }

  private boolean within(int low, int high) {
    int value = number(2);
    return value >= low && value <= high;
  }

  /** A run of digits, or -1; of a run longer than nine digits the value means nothing. */
  private int number(int longest) {
    int start = at;
    int value = 0;
    while (at < text.length()
        && at - start < longest
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9') {
      value = at - start < 9 ? value * 10 + text.charAt(at) - '0' : value;
      at++;
    }
    return at == start ? -1 : value;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
