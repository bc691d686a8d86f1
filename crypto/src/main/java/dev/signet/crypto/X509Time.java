package dev.signet.crypto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/**
 * The dates of a certificate. Bouncy Castle would read them with SimpleDateFormat, and so with half
 * of the JDK's locale code, which the command would wait for.
 */
final class X509Time {
  /** Both ASN.1 forms, as Bouncy Castle writes them out: {@code YYYYMMDDhhmmssGMT+hh:mm}. */
  private static final String ZONE_PREFIX = "GMT";

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
