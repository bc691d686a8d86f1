package dev.signet.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ManPageTest {
  private final String page = new ManPage("1.2").text();

  @Test
  void each_flag_that_the_help_shows_has_an_entry_with_its_words() {
    for (Flag flag : Flag.values()) {
      String name = "\\fB\\-\\-" + flag.flagName().replace("-", "\\-") + "\\fR";
      assertEquals(!flag.isHidden(), page.contains(name), name);
      assertTrue(flag.isHidden() || page.contains(flag.help().replace("-", "\\-")), name);
    }
    long entries = Arrays.stream(Flag.values()).filter(flag -> !flag.isHidden()).count();
    assertEquals(entries, page.split("\n\\.TP\n\\\\fB", -1).length - 1);
  }

  @Test
  void only_known_requests_begin_a_line() {
    page.lines()
        .filter(line -> line.startsWith(".") || line.startsWith("'"))
        .forEach(line -> assertTrue(line.matches("\\.(TH|SH|TP|B|BR|RI|RB|br|EX|EE)\\b.*"), line));
  }

  @Test
  void it_names_the_version() {
    assertTrue(page.startsWith(".TH KUBESEAL 1 \"\" \"kubeseal 1.2\" "));
  }
}
