package dev.signet.template.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What holds after the last change that is listed, for ever, as in POSIX's variable TZ.
 *
 * @param begin when {@code other} begins, null if there is one offset only
 */
record ZoneRule(Offset usual, Offset other, @Nullable YearlyTime begin, @Nullable YearlyTime end) {
  private static final String NAME = "(?:<([^>]+)>|([A-Za-z]{3,}))";
  private static final String TIME = "([-+]?\\d+(?::\\d+){0,2})";
  private static final Pattern RULE =
      Pattern.compile(NAME + TIME + "(?:" + NAME + TIME + "?,([^,]+),([^,]+))?");
  private static final int USUAL_TIME = 3;
  private static final int OTHER_NAME = 4;
  private static final int OTHER_TIME = 6;
  private static final int BEGIN = 7;
  private static final int END = 8;
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final int SIXTY = 60;

  /** Null if there is none. */
  static @Nullable ZoneRule read(String text) {
    Matcher matcher = RULE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    Offset usual = new Offset(name(matcher, 1), -seconds(matcher.group(USUAL_TIME)), false);
    if (matcher.group(BEGIN) == null) {
      return new ZoneRule(usual, usual, null, null);
    }
    String time = matcher.group(OTHER_TIME);
    int seconds = time == null ? usual.seconds() + SECONDS_PER_HOUR : -seconds(time);
    return new ZoneRule(
        usual,
        new Offset(name(matcher, OTHER_NAME), seconds, true),
        YearlyTime.read(matcher.group(BEGIN)),
        YearlyTime.read(matcher.group(END)));
  }

  private static String name(Matcher matcher, int group) {
    String quoted = matcher.group(group);
    return quoted == null ? matcher.group(group + 1) : quoted;
  }

  /** {@code -1:30} in seconds. */
  static int seconds(String text) {
    boolean isNegative = text.startsWith("-");
    String[] parts = text.substring(isNegative || text.startsWith("+") ? 1 : 0).split(":", -1);
    int seconds = 0;
    int unit = SECONDS_PER_HOUR;
    for (String part : parts) {
      seconds += Integer.parseInt(part) * unit;
      unit /= SIXTY;
    }
    return isNegative ? -seconds : seconds;
  }

  Offset at(long time) {
    if (begin == null || end == null) {
      return usual;
    }
    long year = Civil.of(time).year();
    long begins = begin.in(year) - usual.seconds();
    long ends = end.in(year) - other.seconds();
    // In the south, summer goes on into the next year.
    boolean isOther =
        begins <= ends ? time >= begins && time < ends : time >= begins || time < ends;
    return isOther ? other : usual;
  }
}
