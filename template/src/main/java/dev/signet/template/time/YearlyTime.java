package dev.signet.template.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that comes once a year: a weekday of a month, or a day by number.
 *
 * @param kind M for a weekday of a month, J for a day without leap days, N for one with them
 * @param seconds after the start of that day
 */
record YearlyTime(char kind, int month, int week, int day, int seconds) {
  private static final Pattern TEXT =
      Pattern.compile("(?:M(\\d+)\\.(\\d)\\.(\\d)|(J?)(\\d+))(?:/([-+]?\\d+(?::\\d+){0,2}))?");
  private static final int WEEK = 2;
  private static final int WEEKDAY = 3;
  private static final int LETTER = 4;
  private static final int NUMBER = 5;
  private static final int TIME = 6;
  private static final int TWO_O_CLOCK = 7_200;
  private static final int DAYS_PER_WEEK = 7;
  private static final int LAST_WEEK = 5;

  static YearlyTime read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no time of a year");
    }
    int seconds = matcher.group(TIME) == null ? TWO_O_CLOCK : ZoneRule.seconds(matcher.group(TIME));
    if (matcher.group(1) == null) {
      char kind = matcher.group(LETTER).isEmpty() ? 'N' : 'J';
      return new YearlyTime(kind, 1, 0, Integer.parseInt(matcher.group(NUMBER)), seconds);
    }
    return new YearlyTime(
        'M',
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(WEEK)),
        Integer.parseInt(matcher.group(WEEKDAY)),
        seconds);
  }

  /** In local time, as seconds since 1970 of a clock that knows no zone. */
  long in(long year) {
    if (kind == 'N') {
      return Civil.seconds(year, 1, day + 1L) + seconds;
    }
    if (kind == 'J') {
      boolean isAfterLeapDay = Civil.isLeap(year) && day > 59;
      return Civil.seconds(year, 1, isAfterLeapDay ? day + 1L : day) + seconds;
    }
    int first = Civil.of(Civil.seconds(year, month, 1)).weekday();
    int date = 1 + Math.floorMod(day - first, DAYS_PER_WEEK) + (week - 1) * DAYS_PER_WEEK;
    while (week == LAST_WEEK && date > Civil.daysIn(year, month)) {
      date -= DAYS_PER_WEEK;
    }
    return Civil.seconds(year, month, date) + seconds;
  }
}
