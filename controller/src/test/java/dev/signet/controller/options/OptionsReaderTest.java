package dev.signet.controller.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.controller.options.Options.ApiLimit;
import dev.signet.controller.options.Options.KeyOrder;
import dev.signet.controller.options.Options.Namespaces;
import dev.signet.controller.options.Options.Switch;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.LimitException;
import dev.signet.template.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class OptionsReaderTest {
  private static final Map<String, String> NOTHING_SET = Map.of();

  @Test
  @Tag("C-01")
  @Tag("C-02")
  @Tag("C-03")
  @Tag("C-04")
  @Tag("C-05")
  @Tag("C-07")
  void keys_are_as_upstreams_by_default() {
    Options.KeyOptions keys = options().keys();
    assertEquals("sealed-secrets-key", keys.newKeys().prefix());
    assertEquals(4096, keys.newKeys().bits());
    assertEquals(Duration.ofDays(3650), keys.newKeys().validity());
    assertEquals("", keys.newKeys().commonName());
    assertEquals(Duration.ofDays(30), keys.renewPeriod());
    assertEquals(KeyOrder.CERTIFICATE_NOT_BEFORE, keys.order());
    assertEquals(Optional.empty(), keys.cutoff());
  }

  @Test
  @Tag("C-09")
  @Tag("C-15")
  @Tag("C-16")
  @Tag("C-18")
  @Tag("C-19")
  @Tag("C-27")
  void switches_are_as_upstreams_by_default() {
    assertEquals(
        EnumSet.of(Switch.ACCEPT_DEPRECATED_DATA, Switch.LOG_INFO_TO_STDOUT, Switch.UPDATE_STATUS),
        options().on());
    assertEquals(
        EnumSet.of(
            Switch.DELETE_SECRETS_OF_DELETED,
            Switch.SKIP_RECREATE,
            Switch.OMIT_METRICS_THAT_NAME_OBJECTS),
        options(
                "--accept-deprecated-v1-data=false",
                "--log-info-stdout=F",
                "--update-status=0",
                "--old-gc-behavior",
                "--skip-recreate=t",
                "--metrics-omit-secret-labels=TRUE")
            .on());
  }

  @Test
  @Tag("C-13")
  @Tag("C-22")
  @Tag("C-24")
  @Tag("C-25")
  void servers_and_limits_are_as_upstreams_by_default() {
    Options options = options();
    assertEquals(":8080", options.servers().listen());
    assertEquals(":8081", options.servers().listenMetrics());
    assertEquals(Duration.ofMinutes(2), options.servers().readTimeout());
    assertEquals(Duration.ofMinutes(2), options.servers().writeTimeout());
    assertEquals(2, options.limits().rate());
    assertEquals(2, options.limits().burst());
    assertEquals(5, options.limits().maxUnsealRetries());
    assertEquals(0, options("--max-unseal-retries=-3").limits().maxUnsealRetries());
    assertEquals("[::1]:0", options("--listen-addr", "[::1]:0").servers().listen());
  }

  @Test
  @Tag("C-23")
  void calls_to_the_api_server_are_limited_only_if_asked_for() {
    assertEquals(Optional.empty(), options().limits().api());
    assertEquals(Optional.empty(), options("--kubeclient-qps=-1").limits().api());
    assertEquals(Optional.empty(), options("--kubeclient-burst=50").limits().api());
    assertEquals(
        Optional.of(new ApiLimit(2.5, 10)), options("--kubeclient-qps", "2.5").limits().api());
  }

  @Test
  @Tag("C-05")
  @Tag("C-30")
  void a_renew_period_may_be_zero_or_in_days_but_not_negative() {
    assertEquals(Duration.ZERO, options("--key-renew-period=0").keys().renewPeriod());
    assertEquals(Duration.ofDays(30), options("--key-renew-period=30d").keys().renewPeriod());
    assertFault(
        1,
        "invalid argument \"-1h\" for \"--key-renew-period\" flag: must not be negative; 0 turns"
            + " it off",
        "--key-renew-period=-1h");
  }

  @Test
  @Tag("C-01")
  void a_key_prefix_that_names_no_secret_is_refused() {
    assertFault(
        1,
        "invalid argument \"Key_1\" for \"--key-prefix\" flag: name contains illegal character K",
        "--key-prefix=Key_1");
    String tooLong = "k".repeat(246);
    assertFault(
        1,
        "invalid argument \"%s\" for \"--key-prefix\" flag: name is too long, must be shorter than"
                .formatted(tooLong)
            + " 245, got 246",
        "--key-prefix=" + tooLong);
    assertEquals(
        245, options("--key-prefix=" + "k".repeat(245)).keys().newKeys().prefix().length());
  }

  @Test
  @Tag("C-02")
  @Tag("C-03")
  @Tag("C-07")
  @Tag("C-13")
  @Tag("C-20")
  @Tag("C-21")
  @Tag("C-24")
  void values_that_upstream_would_crash_on_later_are_refused() {
    for (List<String> row :
        List.of(
            List.of("key-size", "512", "must be 2048 to 16384 bits"),
            List.of("key-size", "16385", "must be 2048 to 16384 bits"),
            List.of("key-ttl", "0", "must be more than 0"),
            List.of("key-ttl", "-1h", "must be more than 0"),
            List.of(
                "key-order-priority",
                "certnotbefore",
                "must be CertNotBefore or SecretCreationTimestamp"),
            List.of("rate-limit", "0", "must be at least 1"),
            List.of("rate-limit-burst", "-1", "must be at least 0"),
            List.of("log-level", "TRACE", "must be DEBUG, INFO, WARN or ERROR"),
            List.of("log-format", "xml", "must be text or json"),
            List.of("listen-addr", "8080", "must be :port, host:port or [address]:port"),
            List.of("listen-metrics-addr", ":70000", "must be :port, host:port or [address]:port"),
            List.of(
                "key-cutoff-time", "yesterday", "must be like Mon, 02 Jan 2006 15:04:05 -0700"))) {
      assertFault(
          1,
          "invalid argument \"%s\" for \"--%s\" flag: %s"
              .formatted(row.get(1), row.get(0), row.get(2)),
          "--" + row.get(0) + "=" + row.get(1));
    }
  }

  @Test
  @Tag("C-08")
  void a_cutoff_may_be_written_in_each_way_of_mail() {
    Instant expected = Instant.parse("2026-01-02T15:04:05Z");
    for (String text :
        List.of(
            "Fri, 02 Jan 2026 15:04:05 +0000",
            "Fri, 2 Jan 2026 15:04:05 GMT",
            "Fri, 02 Jan 2026 15:04:05 UTC",
            "Mon, 02 Jan 2026 08:04:05 -0700")) {
      assertEquals(Optional.of(expected), options("--key-cutoff-time", text).keys().cutoff(), text);
    }
  }

  @Test
  @Tag("C-20")
  @Tag("C-21")
  void log_levels_have_steps_between() {
    assertEquals(new Level(-4), options("--log-level=debug").servers().log().level());
    assertEquals(new Level(1), options("--log-level=INFO+1").servers().log().level());
    assertEquals(new Level(6), options("--log-level=Error-2").servers().log().level());
    assertEquals(Log.Format.JSON, options("--log-format=json").servers().log().format());
  }

  @Test
  @Tag("C-10")
  @Tag("C-11")
  @Tag("C-12")
  void any_list_of_namespaces_wins_over_all_namespaces() {
    assertEquals(new Namespaces.All(), options().watched().namespaces());
    assertEquals(new Namespaces.Own(), options("--all-namespaces=false").watched().namespaces());
    assertEquals(
        new Namespaces.OwnAnd(List.of("b", "a")),
        options("--all-namespaces", "--additional-namespaces= b,a,b ,").watched().namespaces());
    assertEquals(
        new Namespaces.OwnAnd(List.of()),
        options("--additional-namespaces=,").watched().namespaces());
    assertEquals("team=a", options("--label-selector", "team=a").watched().labelSelector());
    assertFault(
        1,
        "invalid argument \"a,B\" for \"--additional-namespaces\" flag: \"B\" is no name of a"
            + " namespace",
        "--additional-namespaces=a,B");
  }

  @Test
  @Tag("C-14")
  void labels_of_key_secrets_are_checked_at_start() {
    Options.Marks marks =
        options(
                "--privatekey-labels=a=1,a=1,b=,sealedsecrets.bitnami.com/sealed-secrets-key=no",
                "--privatekey-annotations=x.io/y=u=v z")
            .keys()
            .newKeys()
            .marks();
    assertEquals(Map.of("a", "1", "b", ""), marks.labels());
    assertEquals(Map.of("x.io/y", "u=v z"), marks.annotations());
    assertFault(
        1,
        "invalid argument \"a\" for \"--privatekey-labels\" flag: \"a\" is not key=value",
        "--privatekey-labels=a");
    assertFault(
        1,
        "invalid argument \"a=b c\" for \"--privatekey-labels\" flag: \"b c\" is no value of a"
            + " label",
        "--privatekey-labels=a=b c");
    assertFault(
        1,
        "invalid argument \"-=b\" for \"--privatekey-annotations\" flag: \"-\" is no name of a"
            + " label or annotation",
        "--privatekey-annotations=-=b");
  }

  @Test
  @Tag("T-59")
  @Tag("T-60")
  void templates_have_the_limits_that_are_set_by_name() {
    Limits limits = options().limits().templates();
    assertEquals(Limits.standard(), limits);
    assertEquals(
        Limits.standard().with(Limit.STEPS, 500_000).with(Limit.LARGE_KEYS, 0),
        options("--template-limits=steps=500_000, large-keys=0").limits().templates());
    assertEquals(
        Limits.standard().with(Limit.TIME, 100),
        options(List.of(), Map.of("SEALED_SECRETS_TEMPLATE_LIMITS", "time=100"))
            .limits()
            .templates());
  }

  @Test
  @Tag("T-60")
  void each_limit_that_an_error_names_can_be_set_within_bounds() {
    for (Limit limit : Limit.values()) {
      String reason = new LimitException(limit, limit.standard()).reason();
      assertTrue(reason.endsWith("(--template-limits " + limit.setting() + ")"), reason);
      for (long amount : new long[] {limit.least(), limit.standard(), limit.most()}) {
        assertEquals(
            amount,
            options("--template-limits", limit.setting() + "=" + amount)
                .limits()
                .templates()
                .allowed(limit));
      }
      String over = "%s=%d".formatted(limit.setting(), limit.most() + 1);
      assertFault(
          1,
          "invalid argument \"%s\" for \"--template-limits\" flag: %s must be %d to %d"
              .formatted(over, limit.setting(), limit.least(), limit.most()),
          "--template-limits=" + over);
    }
  }

  @Test
  @Tag("C-33")
  void limits_of_templates_that_are_none_are_refused_by_name() {
    assertFault(
        1,
        "invalid argument \"steps\" for \"--template-limits\" flag: \"steps\" is not limit=number",
        "--template-limits=steps");
    assertFault(
        1,
        "invalid argument \"time=5s\" for \"--template-limits\" flag: time: strconv.ParseInt:"
            + " parsing \"5s\": invalid syntax",
        "--template-limits=time=5s");
    OptionsReading reading =
        OptionsReader.read(List.of(), Map.of("SEALED_SECRETS_TEMPLATE_LIMITS", "speed=1"));
    String line = assertInstanceOf(OptionsReading.Fault.class, reading).line();
    assertTrue(line.contains("SEALED_SECRETS_TEMPLATE_LIMITS environment variable"), line);
    assertTrue(line.contains("\"speed\" is no limit of templates: they are template-bytes,"), line);
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
