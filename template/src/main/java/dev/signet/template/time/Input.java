package dev.signet.template.time;

import dev.signet.template.value.Named;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.Locale;

/** What is left of a text that is read as a time. */
final class Input {
  private static final int SHORT_NAME = 3;
  private static final int MONTHS = 12;
  private static final int DAYS = 7;

  private final String octets;
  private int position;

  Input(String octets) {
    this.octets = octets;
  }

  static BadTimeException bad() {
    return new BadTimeException("cannot parse the time by this layout");
  }

  boolean isAtEnd() {
    return position == octets.length();
  }

  int left() {
    return octets.length() - position;
  }

  /** The octet so far from here, 0 beyond the end. */
  char peek(int ahead) {
    return position + ahead < octets.length() ? octets.charAt(position + ahead) : 0;
  }

  boolean isDigit(int ahead) {
    char octet = peek(ahead);
    return octet >= '0' && octet <= '9';
  }

  boolean startsWith(String text) {
    return octets.startsWith(text, position);
  }

  String take(int length) throws BadTimeException {
    if (left() < length) {
      throw bad();
    }
    position += length;
    return octets.substring(position - length, position);
  }

  /** Literal text of the layout, of which any number of spaces stands for any number. */
  void skip(String literal) throws BadTimeException {
    for (int index = 0; index < literal.length(); ) {
      if (literal.charAt(index) == ' ') {
        if (!isAtEnd() && peek(0) != ' ') {
          throw bad();
        }
        while (index < literal.length() && literal.charAt(index) == ' ') {
          index++;
        }
        skipSpaces(Integer.MAX_VALUE);
      } else {
        if (isAtEnd() || peek(0) != literal.charAt(index)) {
          throw bad();
        }
        position++;
        index++;
      }
    }
  }

  void skipSpaces(int most) {
    for (int count = 0; count < most && peek(0) == ' '; count++) {
      position++;
    }
  }

  /** One digit or two. */
  int number(boolean isTwo) throws BadTimeException {
    return number(isTwo ? 2 : 1, 2);
  }

  /** As many digits as there are, within bounds. */
  int number(int least, int most) throws BadTimeException {
    int count = 0;
    int number = 0;
    while (count < most && isDigit(count)) {
      number = number * 10 + peek(count) - '0';
      count++;
    }
    if (count < least) {
      throw bad();
    }
    position += count;
    return number;
  }

  /** How many digits follow from there. */
  int digits(int from) {
    int count = 0;
    while (isDigit(from + count)) {
      count++;
    }
    return count;
  }

  /** The number of a month from 1. */
  int month(boolean isShort) throws BadTimeException {
    return name(Type.MONTH, 1, MONTHS, isShort);
  }

  /** The number of a weekday from 0. */
  int weekday(boolean isShort) throws BadTimeException {
    return name(Type.WEEKDAY, 0, DAYS - 1, isShort);
  }

  private int name(Type type, int first, int last, boolean isShort) throws BadTimeException {
    for (int number = first; number <= last; number++) {
      String name = String.valueOf(Named.text(new Value.Int(number, type)));
      String sought = isShort ? name.substring(0, SHORT_NAME) : name;
      int end = Math.min(octets.length(), position + sought.length());
      if (octets
          .substring(position, end)
          .toLowerCase(Locale.ROOT)
          .equals(sought.toLowerCase(Locale.ROOT))) {
        position = end;
        return number;
      }
    }
    throw bad();
  }
}
