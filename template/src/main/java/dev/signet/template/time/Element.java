package dev.signet.template.time;

import java.util.Arrays;
import java.util.List;

/** What a layout is made of: pieces of Mon Jan 2 15:04:05 MST 2006, each standing for itself. */
enum Element {
  LONG_MONTH("January"),
  MONTH("Jan"),
  NUMBER_MONTH("1"),
  ZERO_MONTH("01"),
  LONG_WEEKDAY("Monday"),
  WEEKDAY("Mon"),
  DAY("2"),
  SPACE_DAY("_2"),
  ZERO_DAY("02"),
  SPACE_YEAR_DAY("__2"),
  ZERO_YEAR_DAY("002"),
  HOUR("15"),
  HOUR_OF_12("3"),
  ZERO_HOUR_OF_12("03"),
  MINUTE("4"),
  ZERO_MINUTE("04"),
  SECOND("5"),
  ZERO_SECOND("05"),
  LONG_YEAR("2006"),
  YEAR("06"),
  NOON("PM"),
  SMALL_NOON("pm"),
  ZONE("MST"),
  Z_SECONDS("Z070000"),
  Z_COLON_SECONDS("Z07:00:00"),
  Z_OFFSET("Z0700"),
  Z_COLON("Z07:00"),
  Z_SHORT("Z07"),
  OFFSET_SECONDS("-070000"),
  OFFSET_COLON_SECONDS("-07:00:00"),
  OFFSET("-0700"),
  OFFSET_COLON("-07:00"),
  OFFSET_SHORT("-07"),
  /** A point or comma and zeros. */
  FRACTION(""),
  /** A point or comma and nines: without zeros at the end. */
  SHORT_FRACTION("");

  /** A longer one before what it begins with. */
  private static final List<Element> BY_LENGTH =
      Arrays.stream(values())
          .filter(element -> !element.text.isEmpty())
          .sorted((left, right) -> right.text.length() - left.text.length())
          .toList();

  private final String text;

  Element(String text) {
    this.text = text;
  }

  boolean isOffset() {
    return compareTo(Z_SECONDS) >= 0 && compareTo(OFFSET_SHORT) <= 0;
  }

  /** Whether it writes universal time as a Z. */
  boolean takesZ() {
    return compareTo(Z_SECONDS) >= 0 && compareTo(Z_SHORT) <= 0;
  }

  boolean hasColons() {
    return text.indexOf(':') >= 0;
  }

  boolean hasMinutes() {
    return this != Z_SHORT && this != OFFSET_SHORT;
  }

  boolean hasSeconds() {
    return this == Z_SECONDS
        || this == Z_COLON_SECONDS
        || this == OFFSET_SECONDS
        || this == OFFSET_COLON_SECONDS;
  }

  String text() {
    return text;
  }

  /** The elements that could stand there, the longest first. */
  static List<Element> at(String layout, int position) {
    return BY_LENGTH.stream().filter(element -> layout.startsWith(element.text, position)).toList();
  }
}
