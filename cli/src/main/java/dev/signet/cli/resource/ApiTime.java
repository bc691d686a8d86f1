package dev.signet.cli.resource;

import dev.signet.cli.manifest.Value;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of the API: RFC 3339, written to the second in UTC. */
final class ApiTime {
  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  private ApiTime() {}

  /** Null if the text is no time. */
  static @Nullable Value normal(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return null;
    }
    try {
      return new Value.Text(
          OffsetDateTime.parse(text.replace(',', '.'))
              .toInstant()
              .truncatedTo(ChronoUnit.SECONDS)
              .toString());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
