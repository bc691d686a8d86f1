package dev.signet.crypto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 4, 2),
            number(text, 6, 2),
            number(text, 8, 2),
            number(text, 10, 2),
            number(text, 12, 2))
        .toInstant(ZoneOffset.of(text.substring(ZONE_START + ZONE_PREFIX.length())));
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
