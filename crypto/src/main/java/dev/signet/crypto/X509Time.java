package dev.signet.crypto;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/**
 * The dates of a certificate (RFC 5280, section 4.1.2.5). Bouncy Castle has SimpleDateFormat for
 * them: half of the JDK's locale code, for which the command would wait.
 */
final class X509Time {
  /** Both ASN.1 forms, as Bouncy Castle writes them out: {@code YYYYMMDDhhmmssGMT+hh:mm}. */
  private static final String ZONE_PREFIX = "GMT";

  private static final int FIRST_SHORT_YEAR = 1950;
  private static final int LAST_SHORT_YEAR = 2049;
  private static final int MONTHS = 12;

  /** From the first day of year 1. */
  private static final long DAYS_TO_1970 = 719_162;

  private static final int ZONE_START = "YYYYMMDDhhmmss".length();

  private X509Time() {}

  /**
   * The moment a date names.
   *
   * @throws DateTimeException if there is no such moment
   */
  static Instant toInstant(Time time) {
    String text = time.getTime();
    if (!text.startsWith(ZONE_PREFIX, ZONE_START)) {
      throw new DateTimeException("no time to the second");
    }
    long day = dayOf(number(text, 0, 4), in(1, number(text, 4, 2), MONTHS), number(text, 6, 2));
    long second =
        (in(0, number(text, 8, 2), 23) * 60L + in(0, number(text, 10, 2), 59)) * 60L
            + in(0, number(text, 12, 2), 59);
    ZoneOffset zone = ZoneOffset.of(text.substring(ZONE_START + ZONE_PREFIX.length()));
    return Instant.ofEpochSecond(
        day * Duration.ofDays(1).toSeconds() + second - zone.getTotalSeconds());
  }

  /**
   * The day, counted from 1970, by the Gregorian calendar. As {@link java.time.LocalDate} would,
   * which brings the JDK's calendars and date formats along, and the command would wait for them.
   */
  private static long dayOf(int year, int month, int day) {
    boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int leapDay = isLeap ? 1 : 0;
    int[] before = {
      0,
      31,
      59 + leapDay,
      90 + leapDay,
      120 + leapDay,
      151 + leapDay,
      181 + leapDay,
      212 + leapDay,
      243 + leapDay,
      273 + leapDay,
      304 + leapDay,
      334 + leapDay,
      365 + leapDay
    };
    long past = year - 1L;
    long newYear = 365 * past + past / 4 - past / 100 + past / 400 - DAYS_TO_1970;
    return newYear + before[month - 1] + in(1, day, before[month] - before[month - 1]) - 1;
  }

  private static int in(int least, int number, int most) {
    if (number < least || number > most) {
      throw new DateTimeException("no such moment");
    }
    return number;
  }

  /** UTCTime up to 2049 and GeneralizedTime from then on, as RFC 5280 wants it. */
  static ASN1Primitive of(Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    String text =
        String.format(
            Locale.ROOT,
            "%04d%02d%02d%02d%02d%02dZ",
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond());
    boolean isShort = time.getYear() >= FIRST_SHORT_YEAR && time.getYear() <= LAST_SHORT_YEAR;
    return isShort ? new DERUTCTime(text.substring(2)) : new DERGeneralizedTime(text);
  }

  private static int number(String text, int start, int digits) {
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no digit");
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
