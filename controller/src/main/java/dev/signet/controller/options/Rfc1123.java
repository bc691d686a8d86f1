package dev.signet.controller.options;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as {@code date -R} and mail have them (RFC 5322 section 3.3). The day of the week is not
 * compared with the date, as Go does not; {@code GMT}, {@code UTC} and days of one digit pass too
 * (https://github.com/bitnami/sealed-secrets/issues/640).
 */
final class Rfc1123 {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d{1,2}) ([A-Z]{3}) (\\d{4})"
              + " (\\d\\d):(\\d\\d):(\\d\\d) (GMT|UTC|[+-]\\d{4})",
          CASE_INSENSITIVE);

  private Rfc1123() {}

  static Optional<Instant> instant(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(matcher, 3),
              MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1,
              number(matcher, 1),
              number(matcher, 4),
              number(matcher, 5),
              number(matcher, 6));
      return Optional.of(local.toInstant(offset(matcher.group(7))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static ZoneOffset offset(String text) {
    return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
