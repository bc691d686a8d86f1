package dev.signet.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C-49")
final class X509TimeTest {
  @Test
  void years_from_1950_to_2049_have_two_digits_and_others_four() {
    assertWritten("500101000000Z", "1950-01-01T00:00:00Z");
    assertWritten("991231235959Z", "1999-12-31T23:59:59Z");
    assertWritten("491231235959Z", "2049-12-31T23:59:59Z");
    assertWritten("19491231235959Z", "1949-12-31T23:59:59Z");
    assertWritten("20500101000000Z", "2050-01-01T00:00:00Z");
    assertWritten("99991231235959Z", "9999-12-31T23:59:59Z");
  }

  @Test
  void a_date_without_seconds_or_in_another_zone_is_read() {
    assertRead("2026-11-24T08:19:00Z", new DERUTCTime("2611240819Z"));
    assertRead("2026-11-24T06:19:59Z", new DERUTCTime("261124081959+0200"));
  }

  @Test
  void every_day_is_that_of_the_calendar() {
    for (LocalDate day = LocalDate.of(1, 1, 1); day.getYear() < 2500; day = day.plusDays(1)) {
      String text =
          "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      assertEquals(start, X509Time.toInstant(new Time(new DERGeneralizedTime(text + "000000Z"))));
    }
  }

  @Test
  void what_is_no_date_is_refused() {
    for (String text :
        new String[] {
          "20261324081959Z",
          "20260024081959Z",
          "20260230081959Z",
          "20260229081959Z",
          "21000229081959Z",
          "20260400081959Z",
          "20261124251959Z",
          "20261124086059Z",
          "20261124081960Z"
        }) {
      Time time = new Time(new DERGeneralizedTime(text));
      assertThrows(DateTimeException.class, () -> X509Time.toInstant(time), text);
    }
  }

  private static void assertWritten(String text, String moment) {
    Instant instant = Instant.parse(moment);
    String written =
        switch (X509Time.of(instant)) {
          case ASN1UTCTime utc -> utc.toString();
          case ASN1GeneralizedTime generalized -> generalized.getTimeString();
          default -> throw new AssertionError("neither");
        };
    assertEquals(text, written);
    assertEquals(instant, X509Time.toInstant(Time.getInstance(X509Time.of(instant))));
  }

  private static void assertRead(String moment, DERUTCTime time) {
    assertEquals(Instant.parse(moment), X509Time.toInstant(new Time(time)));
  }
}
