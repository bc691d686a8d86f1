package dev.signet.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-15")
final class HelpTextTest {
  private static final Pattern OPTION = Pattern.compile("^(  -.,|     ) --([a-z_-]+)(=\\S+)?( +)?");

  private final String text = new HelpText("./bin/kubeseal").text();
  private final String flat = text.replaceAll("\\s+", " ");

  @Test
  void it_begins_as_that_of_pflag() {
    assertEquals("Usage of ./bin/kubeseal:", text.lines().findFirst().orElseThrow());
  }

  @Test
  void every_flag_is_named_with_its_help_and_default() {
    for (Flag flag : Flag.values()) {
      boolean isNamed = Pattern.compile("--" + flag.flagName() + "[= ]").matcher(flat).find();
      assertEquals(!flag.isHidden(), isNamed, flag.flagName());
      assertTrue(flag.isHidden() || flat.contains(flag.help()), flag.flagName());
      if (!flag.type().isSwitch() && !flag.byDefault().isEmpty()) {
        String quote = flag.type() == FlagType.TEXT ? "\"" : "";
        String shown = "(default %s%s%s)".formatted(quote, flag.byDefault(), quote);
        // Not broken over two lines, for whoever searches for it.
        assertTrue(
            Pattern.compile("--%s=(?s).{1,300}?%s".formatted(flag.flagName(), Pattern.quote(shown)))
                .matcher(text)
                .find(),
            flag.flagName());
      }
    }
  }

  @Test
  void an_old_name_is_not_shown() {
    assertFalse(text.contains("--rotate"));
  }

  @Test
  void the_everyday_flags_come_first() {
    assertTrue(text.startsWith("Usage of ./bin/kubeseal:\n\nEveryday:\n      --cert="));
    int last = 0;
    for (Group group : Group.values()) {
      int at = text.indexOf("\n" + group.title() + ":\n");
      assertTrue(at >= last, group.title());
      last = at;
    }
    assertTrue(text.indexOf("\nExamples:\n") > last);
  }

  @Test
  void no_line_is_longer_than_a_hundred_columns() {
    assertEquals(List.of(), text.lines().filter(line -> line.length() > 100).toList());
  }

  @Test
  void all_descriptions_stand_under_each_other() {
    List<Integer> columns = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher option = OPTION.matcher(line);
      if (option.find() && option.group(4) != null) {
        columns.add(option.end());
      }
    }
    assertTrue(columns.size() > 30);
    assertEquals(1, Set.copyOf(columns).size(), columns.toString());
    String outside =
        text.lines()
            .filter(line -> line.startsWith("       "))
            .filter(line -> line.length() - line.stripLeading().length() < columns.getFirst())
            .collect(Collectors.joining("\n"));
    assertEquals("", outside);
  }
}
