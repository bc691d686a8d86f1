package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-140")
final class TimeLimitTest {
  @Test
  void a_number_is_seconds_and_zero_no_limit() throws UnusableException {
    assertEquals(Optional.of(Duration.ofSeconds(90)), TimeLimit.parse("90").limit());
    assertEquals("timeout=1m30s", TimeLimit.parse("90").query());
    assertEquals(Optional.empty(), TimeLimit.parse("0").limit());
    assertEquals("", TimeLimit.parse("0").query());
    assertEquals(Optional.empty(), TimeLimit.parse("-1s").limit());
  }

  @Test
  void without_the_flag_fifteen_seconds_are_enough() throws UnusableException {
    assertEquals(Optional.of(Duration.ofSeconds(15)), TimeLimit.parse("").limit());
    assertEquals("", TimeLimit.parse("").query());
  }

  @Test
  void whatever_is_no_time_is_refused() {
    for (String text :
        new String[] {"soon", "1x", "-1", "1s2", ".s", "1.2.3s", " 1", "s", "--1s"}) {
      assertEquals(
          "Invalid timeout value. Timeout must be a single integer in seconds, or an integer"
              + " followed by a corresponding time unit (e.g. 1s | 2m | 3h)",
          assertThrows(UnusableException.class, () -> TimeLimit.parse(text), text).fault().error());
    }
  }

  @Test
  void durations_are_written_as_go_writes_them() {
    String[][] table = {
      {"1s", "1s"},
      {"2m", "2m0s"},
      {"3h", "3h0m0s"},
      {"1h2m3.5s", "1h2m3.5s"},
      {"1500ms", "1.5s"},
      {"1.5ms", "1.5ms"},
      {"100us", "100µs"},
      {"7ns", "7ns"},
      {"-90s", "-1m30s"},
      {"+.5h", "30m0s"},
      {"0", "0s"},
      {"0s", "0s"},
      {"1.s", "1s"},
      {"2562047h47m16.854775807s", "2562047h47m16.854775807s"},
    };
    for (String[] row : table) {
      assertEquals(row[1], GoDuration.text(GoDuration.parse(row[0]).orElseThrow()), row[0]);
    }
    assertEquals(Optional.empty(), GoDuration.parse("2562048h"));
    assertEquals("timeout=100%C2%B5s", new TimeLimit.Asked(Duration.ofNanos(100_000)).query());
  }
}
