package dev.signet.template.time;

/**
 * A date and a time of day without zone. Years have no bounds that a count of seconds could reach.
 *
 * @param month from 1
 */
record Civil(long year, int month, int day, int secondOfDay) {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final long DAYS_PER_ERA = 146_097;
  private static final long YEARS_PER_ERA = 400;

  /** Days from 1 March of the year 0 to 1 January 1970. */
  private static final long EPOCH = 719_468;

  private static final int DAYS_PER_WEEK = 7;
  private static final int MONTHS = 12;
  private static final int[] DAYS_IN_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  static Civil of(long seconds) {
    long days = Math.floorDiv(seconds, SECONDS_PER_DAY);
    int secondOfDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
    // Years that begin in March have their leap day at the end.
    long fromMarch = days + EPOCH;
    long era = Math.floorDiv(fromMarch, DAYS_PER_ERA);
    long dayOfEra = Math.floorMod(fromMarch, DAYS_PER_ERA);
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (int) ((5 * dayOfYear + 2) / 153);
    int day = (int) (dayOfYear - (153L * marchMonth + 2) / 5 + 1);
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
    return new Civil(year, month, day, secondOfDay);
  }

  /** Seconds since 1970 of the start of a day; months and days beyond bounds carry over. */
  static long seconds(long year, long month, long day) {
    long carried = year + Math.floorDiv(month - 1, (long) MONTHS);
    int ofYear = (int) Math.floorMod(month - 1, (long) MONTHS) + 1;
    long marchYear = ofYear <= 2 ? carried - 1 : carried;
    long era = Math.floorDiv(marchYear, YEARS_PER_ERA);
    long yearOfEra = Math.floorMod(marchYear, YEARS_PER_ERA);
    long dayOfYear = (153L * (ofYear > 2 ? ofYear - 3 : ofYear + 9) + 2) / 5;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (era * DAYS_PER_ERA + dayOfEra - EPOCH + day - 1) * SECONDS_PER_DAY;
  }

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int daysIn(long year, int month) {
    return month == 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1];
  }

  long seconds() {
    return seconds(year, month, day) + secondOfDay;
  }

  int hour() {
    return secondOfDay / SECONDS_PER_HOUR;
  }

  int minute() {
    return secondOfDay % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
  }

  int second() {
    return secondOfDay % SECONDS_PER_MINUTE;
  }

  int yearDay() {
    return (int) ((seconds(year, month, day) - seconds(year, 1, 1)) / SECONDS_PER_DAY) + 1;
  }

  /** From 0 for Sunday. */
  int weekday() {
    long days = seconds(year, month, day) / SECONDS_PER_DAY;
    return (int) Math.floorMod(days + 4, (long) DAYS_PER_WEEK);
  }
}
