package dev.signet.controller.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class GoValueTest {
  @Test
  @Tag("C-30")
  void durations_are_signed_sums_of_numbers_with_units() throws BadValueException {
    for (Map.Entry<String, Duration> row :
        Map.of(
                "0", Duration.ZERO,
                "-0", Duration.ZERO,
                "1h30m", Duration.ofMinutes(90),
                "1.5h", Duration.ofMinutes(90),
                "+.5s", Duration.ofMillis(500),
                "-1m1s", Duration.ofSeconds(-61),
                "3us4µs5μs6ns", Duration.ofNanos(12_006),
                "2.d", Duration.ofDays(2),
                "9ms", Duration.ofMillis(9))
            .entrySet()) {
      assertEquals(row.getValue(), GoValue.duration(row.getKey()), row.getKey());
    }
  }

  @Test
  @Tag("C-30")
  void what_is_no_duration_is_told_in_gos_words() {
    assertEquals("time: invalid duration \"\"", duration(""));
    assertEquals("time: invalid duration \"-\"", duration("-"));
    assertEquals("time: missing unit in duration \"3\"", duration("3"));
    assertEquals("time: unknown unit \"w\" in duration \"3w\"", duration("3w"));
    assertEquals("time: invalid duration \"h\"", duration("h"));
    assertEquals("time: invalid duration \"9999999h\"", duration("9999999h"));
  }

  @Test
  @Tag("C-31")
  void integers_have_prefixes_and_underscores() throws BadValueException {
    for (Map.Entry<String, Long> row :
        Map.of(
                "0", 0L,
                "-7", -7L,
                "+1_000", 1000L,
                "0x1F", 31L,
                "0X_ff", 255L,
                "0b101", 5L,
                "0o17", 15L,
                "017", 15L,
                "9223372036854775807", Long.MAX_VALUE)
            .entrySet()) {
      assertEquals(row.getValue(), GoValue.integer(row.getKey()), row.getKey());
    }
    for (String text : List.of("", "1_", "_1", "1__0", "0x", "08", "1.0", " 1", "1e3", "٣")) {
      assertEquals(
          "strconv.ParseInt: parsing \"%s\": invalid syntax".formatted(text), integer(text));
    }
    assertEquals(
        "strconv.ParseInt: parsing \"9223372036854775808\": value out of range",
        integer("9223372036854775808"));
  }

  @Test
  @Tag("C-31")
  void booleans_are_the_six_words_each_way() throws BadValueException {
    for (String text : List.of("1", "t", "T", "TRUE", "true", "True")) {
      assertEquals(true, GoValue.bool(text));
    }
    for (String text : List.of("0", "f", "F", "FALSE", "false", "False")) {
      assertEquals(false, GoValue.bool(text));
    }
    for (String text : List.of("", "yes", "on", "tRUE", "2")) {
      assertThrows(BadValueException.class, () -> GoValue.bool(text));
    }
  }

  @Test
  @Tag("C-29")
  void what_is_quoted_stays_on_one_line() {
    assertEquals("\"a\\nb\\\"c\\\\\\x1b\\t\\r\"", GoValue.quote("a\nb\"c\\\u001b\t\r"));
  }

  @Test
  @Tag("C-23")
  void decimals_are_finite() throws BadValueException {
    assertEquals(-1.5f, GoValue.decimal("-1.5"));
    assertEquals(2000f, GoValue.decimal("2e3"));
    for (String text : List.of("1e99", "NaN", "inf", "", "1f", "0x1p3")) {
      assertThrows(BadValueException.class, () -> GoValue.decimal(text), text);
    }
  }

  private static String duration(String text) {
    return assertThrows(BadValueException.class, () -> GoValue.duration(text)).why();
  }

  private static String integer(String text) {
    return assertThrows(BadValueException.class, () -> GoValue.integer(text)).why();
  }
}
