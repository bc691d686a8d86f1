package dev.signet.controller.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.options.Options.Switch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How flags and variables are written, and what comes of wrong ones. */
final class GrammarTest {
  @Test
  @Tag("C-06")
  void the_old_name_of_the_renew_period_is_taken_with_a_warning() {
    OptionsReading reading = OptionsReader.read(List.of("--rotate-period", "1h"), NOTHING_SET);
    OptionsReading.Run run = assertInstanceOf(OptionsReading.Run.class, reading);
    assertEquals(Duration.ofHours(1), run.options().keys().renewPeriod());
    assertEquals(
        List.of("Flag --rotate-period has been deprecated, please use key-renew-period instead"),
        run.warnings());
    assertFalse(help().contains("rotate-period"));
  }

  @Test
  @Tag("C-06")
  void the_last_of_the_two_names_of_the_renew_period_wins() {
    assertEquals(
        Duration.ofHours(2),
        options("--rotate-period=1h", "--key-renew-period=2h").keys().renewPeriod());
    assertEquals(
        Duration.ofHours(1),
        options("--key-renew-period=2h", "--rotate-period=1h").keys().renewPeriod());
  }

  @Test
  @Tag("C-26")
  void version_comes_before_what_else_is_wrong_with_the_configuration() {
    assertEquals(
        new OptionsReading.ShowVersion(),
        OptionsReader.read(List.of("--version", "--key-size=1"), NOTHING_SET));
    assertEquals(
        new OptionsReading.ShowVersion(),
        OptionsReader.read(List.of(), Map.of("SEALED_SECRETS_VERSION", "1")));
  }

  @Test
  @Tag("C-28")
  void help_names_every_flag_sorted() {
    List<String> named =
        help().lines().filter(line -> line.startsWith("      --")).map(GrammarTest::flag).toList();
    assertEquals(named.stream().sorted().toList(), named);
    assertEquals(Flag.values().length - 1, named.size());
    assertTrue(help().contains("      --key-size int                    RSA bits of new keys"));
    for (String word : List.of("-h", "--help", "-hx")) {
      assertInstanceOf(
          OptionsReading.ShowHelp.class, OptionsReader.read(List.of(word), NOTHING_SET), word);
    }
  }

  @Test
  @Tag("C-29")
  void what_the_grammar_refuses_is_one_line_and_a_pointer() {
    assertUsageFault("unknown flag: --nope", "--nope");
    assertUsageFault("unknown shorthand flag: 'v' in -version", "-version");
    assertUsageFault("bad flag syntax: --=x", "--=x");
    assertUsageFault("flag needs an argument: --rate-limit", "--rate-limit");
    assertUsageFault(
        "invalid argument \"abc\" for \"--rate-limit\" flag: strconv.ParseInt: parsing \"abc\":"
            + " invalid syntax",
        "--rate-limit",
        "abc");
    assertUsageFault(
        "invalid argument \"yes\" for \"--update-status\" flag: strconv.ParseBool: parsing"
            + " \"yes\": invalid syntax",
        "--update-status=yes");
    assertUsageFault(
        "invalid argument \"3y\" for \"--key-ttl\" flag: time: unknown unit \"y\" in duration"
            + " \"3y\"",
        "--key-ttl=3y");
  }

  @Test
  @Tag("C-29")
  void what_is_no_flag_is_ignored() {
    Options options = options("one", "-", "--update-status", "false", "--", "--nope");
    assertTrue(options.is(Switch.UPDATE_STATUS));
  }

  @Test
  @Tag("C-32")
  void every_flag_can_be_set_in_the_environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SEALED_SECRETS_UPDATE_STATUS", "false");
    environment.put("SEALED_SECRETS_KEY_SIZE", "2048");
    environment.put("SEALED_SECRETS_LISTEN_ADDR", ":1");
    environment.put("SEALED_SECRETS_KEY_RENEW_PERIOD", "1h");
    environment.put("SEALED_SECRETS_ROTATE_PERIOD", "2h");
    Options options = options(List.of("--key-size=3072"), environment);
    assertFalse(options.is(Switch.UPDATE_STATUS));
    assertEquals(3072, options.keys().newKeys().bits());
    assertEquals(":1", options.servers().listen());
    assertEquals(Duration.ofHours(2), options.keys().renewPeriod());
    assertEquals(
        Duration.ofHours(3),
        options(List.of("--key-renew-period=3h"), environment).keys().renewPeriod());
  }

  @Test
  @Tag("C-33")
  void a_bad_value_in_the_environment_is_refused_with_the_name_of_the_variable() {
    assertEquals(
        new OptionsReading.Fault(
            "invalid argument \"yes\" for SEALED_SECRETS_UPDATE_STATUS environment variable:"
                + " strconv.ParseBool: parsing \"yes\": invalid syntax",
            1),
        OptionsReader.read(List.of(), Map.of("SEALED_SECRETS_UPDATE_STATUS", "yes")));
    assertEquals(
        new OptionsReading.Fault(
            "invalid argument \"\" for SEALED_SECRETS_RATE_LIMIT environment variable:"
                + " strconv.ParseInt: parsing \"\": invalid syntax",
            1),
        OptionsReader.read(List.of(), Map.of("SEALED_SECRETS_RATE_LIMIT", "")));
  }

  private static final Map<String, String> NOTHING_SET = Map.of();

  private static String flag(String line) {
    return line.strip().split(" ", 2)[0];
  }

  private static String help() {
    return assertInstanceOf(
            OptionsReading.ShowHelp.class, OptionsReader.read(List.of("--help"), NOTHING_SET))
        .text();
  }

  private static void assertUsageFault(String line, String... arguments) {
    assertFault(2, line + "\nsee --help", arguments);
  }

  private static void assertFault(int exitCode, String line, String... arguments) {
    assertEquals(
        new OptionsReading.Fault(line, exitCode),
        OptionsReader.read(List.of(arguments), NOTHING_SET));
  }

  private static Options options(String... arguments) {
    return options(List.of(arguments), NOTHING_SET);
  }

  private static Options options(List<String> arguments, Map<String, String> environment) {
    OptionsReading reading = OptionsReader.read(arguments, environment);
    return assertInstanceOf(OptionsReading.Run.class, reading, reading::toString).options();
  }
}
