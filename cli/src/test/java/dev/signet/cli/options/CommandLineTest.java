package dev.signet.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class CommandLineTest {
  /** What kubeseal says to a command line; the words are Go's. */
  private record Refusal(String text, String argument) {}

  private static final List<Refusal> REFUSALS =
      List.of(
          new Refusal("unknown flag: --nope", "--nope=3"),
          new Refusal("unknown flag: --é", "--é"),
          new Refusal("unknown shorthand flag: 'z' in -zoyaml", "-zoyaml"),
          new Refusal("unknown shorthand flag: '=' in -=x", "-=x"),
          new Refusal("flag needs an argument: --cert", "--cert"),
          new Refusal("flag needs an argument: 'o' in -o", "-o"),
          new Refusal("bad flag syntax: ---cert", "---cert"),
          new Refusal("bad flag syntax: --=x", "--=x"),
          new Refusal(
              invalid("tRUE", "--raw", "strconv.ParseBool: parsing \"tRUE\""), "--raw=tRUE"),
          new Refusal(invalid("3x", "-v, --v", "strconv.ParseInt: parsing \"3x\""), "-v3x"),
          new Refusal(invalid("=3", "-v, --v", "strconv.ParseInt: parsing \"=3\""), "-v==3"),
          new Refusal(invalid("", "-v, --v", "strconv.ParseInt: parsing \"\""), "--v="),
          new Refusal(
              "invalid argument \"2147483648\" for \"-v, --v\" flag: strconv.ParseInt: parsing"
                  + " \"2147483648\": value out of range",
              "--v=2147483648"),
          new Refusal(
              refused("-1", "--log_file_max_size", "parse error"), "--log_file_max_size=-1"),
          new Refusal(
              refused("99999999999999999999", "--log_file_max_size", "value out of range"),
              "--log_file_max_size=99999999999999999999"),
          new Refusal(refused("maybe", "--logtostderr", "parse error"), "--logtostderr=maybe"),
          new Refusal(
              invalid("LOUD", "--stderrthreshold", "strconv.ParseInt: parsing \"LOUD\""),
              "--stderrthreshold=LOUD"),
          new Refusal(
              refused("a=-1", "--vmodule", "negative value for vmodule level"), "--vmodule=a=-1"),
          new Refusal(
              refused(
                  "a=2=3", "--vmodule", "syntax error: expect comma-separated list of filename=N"),
              "--vmodule=a=2=3"),
          new Refusal(
              refused("a:1", "--log_backtrace_at", "syntax error: expect file.go:234"),
              "--log_backtrace_at=a:1"),
          new Refusal(
              refused("a.go:0", "--log_backtrace_at", "negative or zero value for level"),
              "--log_backtrace_at=a.go:0"),
          new Refusal(
              refused(
                  "a\\\"b",
                  "--from-file",
                  "parse error on line 1, column 2: bare \" in non-quoted-field"),
              "--from-file=a\"b"),
          new Refusal(
              refused(
                  "\\\"ab",
                  "--from-file",
                  "parse error on line 1, column 4: extraneous or missing \" in quoted-field"),
              "--from-file=\"ab"),
          new Refusal(
              refused(
                  "a,\\\"b\\\"c,d",
                  "--from-file",
                  "parse error on line 1, column 5: extraneous or missing \" in quoted-field"),
              "--from-file=a,\"b\"c,d"));

  @TestFactory
  @Tag("K-10")
  @Tag("K-11")
  @Tag("K-13")
  @Tag("K-18")
  Stream<DynamicTest> refuses() {
    return REFUSALS.stream()
        .map(
            it ->
                dynamicTest(
                    it.text,
                    () -> {
                      Map<String, String> env = Map.of();
                      var refused =
                          assertInstanceOf(
                              CommandLine.Refused.class,
                              CommandLine.read(List.of(it.argument), env),
                              it.text);
                      assertEquals(it.text, refused.error());
                    }));
  }

  @Test
  @Tag("K-10")
  void a_value_may_be_attached_or_follow_and_look_like_a_flag() {
    assertEquals("-c.pem", read("--cert", "-c.pem").text(Flag.CERT));
    assertEquals("--raw", read("--cert", "--raw").text(Flag.CERT));
    assertEquals("a=b", read("--cert=a=b").text(Flag.CERT));
    assertEquals("ormat", read("-format").text(Flag.SECRET_FILE));
    assertEquals("yaml", read("-o=yaml").text(Flag.FORMAT));
    assertEquals("=", read("-o=").text(Flag.FORMAT));
    assertEquals(List.of("x"), read("-name", "x").words());
  }

  @Test
  @Tag("K-12")
  void the_last_value_wins() {
    assertEquals("json", read("-o", "yaml", "--format=json").text(Flag.FORMAT));
    assertEquals(false, read("--raw", "--raw=f").isOn(Flag.RAW));
  }

  @Test
  @Tag("K-13")
  void lists_are_records_that_add_up_and_groups_are_taken_whole() {
    FlagValues flags = read("--from-file=\"a,b\",c", "--from-file=", "--from-file", "d\ne");
    assertEquals(List.of("a,b", "c", "d"), flags.list(Flag.FROM_FILE));
    assertEquals(
        List.of("g1", "g2,g3"), read("--as-group", "g1", "--as-group=g2,g3").list(Flag.AS_GROUP));
  }

  @Test
  @Tag("K-16")
  void other_words_mean_nothing_and_after_two_dashes_nothing_is_read() {
    FlagValues flags = read("in.yaml", "--raw", "false", "-", "", "--", "-o", "yaml", "--nope");
    assertEquals(List.of("in.yaml", "false", "-", "", "-o", "yaml", "--nope"), flags.words());
    assertEquals("json", flags.text(Flag.FORMAT));
    assertEquals(true, flags.isOn(Flag.RAW));
  }

  @Test
  @Tag("K-14")
  void the_short_help_ends_the_reading_but_not_what_came_before() {
    assertInstanceOf(Mode.Help.class, mode("-help", "--nope"));
    assertInstanceOf(Mode.Help.class, mode("-h=1", "--version"));
    assertInstanceOf(
        CommandLine.Refused.class, CommandLine.read(List.of("--nope", "-h"), Map.of()));
  }

  @Test
  @Tag("K-19")
  void rotate_is_the_older_name_of_re_encrypt() {
    var chosen = (CommandLine.Chosen) CommandLine.read(List.of("--rotate"), Map.of());
    assertInstanceOf(Mode.ReEncrypt.class, chosen.mode());
    assertEquals(
        List.of("Flag --rotate has been deprecated, please use --re-encrypt instead"),
        chosen.notes());
    assertInstanceOf(Mode.Seal.class, mode("--rotate", "--re-encrypt=false"));
  }

  @Test
  @Tag("K-22")
  void the_command_line_replaces_the_list_of_a_variable() {
    Map<String, String> env = Map.of("SEALED_SECRETS_FROM_FILE", "a,b");
    assertEquals(List.of("a", "b"), read(env, "--raw").list(Flag.FROM_FILE));
    assertEquals(
        List.of("c", "d"),
        read(env, "--raw", "--from-file=c", "--from-file=d").list(Flag.FROM_FILE));
  }

  @Test
  @Tag("K-21")
  void a_variable_with_a_bad_value_is_passed_over_with_a_hint_that_does_not_show_it() {
    var chosen =
        (CommandLine.Chosen) CommandLine.read(List.of(), Map.of("SEALED_SECRETS_RAW", "hunter2"));
    assertEquals(
        List.of("hint: SEALED_SECRETS_RAW is ignored: it holds no value for --raw"),
        chosen.notes());
    assertInstanceOf(Mode.Seal.class, chosen.mode());
  }

  @Test
  @Tag("K-20")
  void every_flag_but_the_log_flags_has_a_variable() {
    for (Flag flag : Flag.values()) {
      assertEquals(flag.group() == Group.LOG, flag.variable().isEmpty(), flag.flagName());
    }
    assertEquals("SEALED_SECRETS_AS_GROUP", Flag.AS_GROUP.variable());
  }

  @Test
  @Tag("K-56")
  void the_kind_in_front_of_a_namespace_is_dropped() {
    assertEquals("x", namespace("ns/x"));
    assertEquals("x", namespace("NameSpaces/x"));
    assertEquals("ns/", namespace("ns/"));
    assertEquals("ns/x", namespace("namespace/ns/x"));
  }

  @Test
  @Tag("K-90")
  void a_mode_wins_over_those_behind_it() {
    String[] all = {
      "--version",
      "--help",
      "--from-file=x",
      "--recovery-unseal",
      "--validate",
      "--re-encrypt",
      "--fetch-cert",
      "--merge-into=t",
      "--raw"
    };
    List<Class<? extends Mode>> winners =
        List.of(
            Mode.Version.class,
            Mode.Help.class,
            Mode.Recover.class,
            Mode.Recover.class,
            Mode.Validate.class,
            Mode.ReEncrypt.class,
            Mode.FetchCert.class,
            Mode.MergeInto.class,
            Mode.SealRaw.class);
    for (int first = 0; first < all.length; first++) {
      String[] rest = Stream.of(all).skip(first).toArray(String[]::new);
      assertInstanceOf(winners.get(first), mode(rest), all[first]);
    }
    assertInstanceOf(Mode.Contradiction.class, mode("--from-file=x", "--recovery-unseal"));
  }

  @Test
  void completion_is_a_command_only_where_it_cannot_be_a_stray_word() {
    assertEquals(new Mode.Completion(Mode.Shell.FISH), mode("completion", "fish"));
    assertInstanceOf(Mode.Seal.class, mode("completion"));
    assertInstanceOf(Mode.Seal.class, mode("completion", "fish", "--cert=c"));
    assertInstanceOf(Mode.Seal.class, mode("completion", "perl"));
  }

  private static String invalid(String value, String flag, String why) {
    return refused(value, flag, why + ": invalid syntax");
  }

  private static String refused(String value, String flag, String why) {
    return "invalid argument \"%s\" for \"%s\" flag: %s".formatted(value, flag, why);
  }

  private static String namespace(String given) {
    return ((Mode.Seal) mode("-n", given)).sealing().namespace();
  }

  private static Mode mode(String... arguments) {
    return ((CommandLine.Chosen) CommandLine.read(List.of(arguments), Map.of())).mode();
  }

  private static FlagValues read(String... arguments) {
    return read(Map.of(), arguments);
  }

  private static FlagValues read(Map<String, String> env, String... arguments) {
    return ((CommandLine.Chosen) CommandLine.read(List.of(arguments), env)).flags();
  }
}
