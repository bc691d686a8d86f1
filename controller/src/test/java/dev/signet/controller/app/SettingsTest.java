package dev.signet.controller.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.keys.KeyOrder;
import dev.signet.controller.keys.KeySettings;
import dev.signet.controller.kube.ClientSettings.Limit;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.options.OptionsReader;
import dev.signet.controller.options.OptionsReading;
import dev.signet.controller.reconcile.Rules;
import dev.signet.controller.reconcile.Rules.Rule;
import dev.signet.crypto.RandomSource;
import dev.signet.template.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  @Test
  @Tag("C-10")
  @Tag("C-11")
  void namespaces_are_all_the_own_or_the_own_and_others_once() {
    assertEquals(new Reach.Everywhere(), settings().reach());
    assertEquals(
        new Reach.Namespaces(List.of("kube-system")), settings("--all-namespaces=false").reach());
    assertEquals(
        new Reach.Namespaces(List.of("a", "b", "kube-system")),
        settings("--additional-namespaces=b,kube-system,a,b").reach());
  }

  @Test
  @Tag("C-18")
  void secrets_are_watched_unless_they_are_not_to_be_made_again() {
    assertTrue(settings().watchesSecrets());
    assertFalse(settings("--skip-recreate").watchesSecrets());
    assertTrue(
        looks("--skip-recreate").compareTo(looks()) < 0,
        "without a watch keys have to be asked for more often");
  }

  private static Duration looks(String... flags) {
    return keys(flags).betweenLooks();
  }

  @Test
  @Tag("C-09")
  @Tag("C-15")
  @Tag("C-16")
  @Tag("C-22")
  void rules_are_the_flags() {
    assertEquals(
        new Rules(Set.of(Rule.ACCEPT_DEPRECATED_DATA, Rule.UPDATE_STATUS), 5, Limits.standard()),
        settings().rules());
    assertEquals(
        new Rules(
            Set.of(Rule.DELETE_SECRETS_OF_DELETED),
            9,
            new Limits(Map.of(dev.signet.template.limit.Limit.STEPS, 7L))),
        settings(
                "--accept-deprecated-v1-data=false",
                "--update-status=false",
                "--old-gc-behavior",
                "--max-unseal-retries=9",
                "--template-limits=steps=7")
            .rules());
  }

  @Test
  @Tag("C-23")
  @Tag("C-35")
  void the_client_is_limited_only_if_asked_for_and_names_product_and_version() {
    assertNull(settings().client().limit());
    assertEquals(
        new Limit(2.5, 20),
        settings("--kubeclient-qps=2.5", "--kubeclient-burst=20").client().limit());
    assertEquals("signet-controller/UNKNOWN", settings().client().product());
  }

  @Test
  @Tag("C-01")
  @Tag("C-02")
  @Tag("C-03")
  @Tag("C-04")
  @Tag("C-07")
  @Tag("C-08")
  @Tag("C-14")
  void keys_are_as_the_flags_say() {
    KeySettings keys =
        keys(
            "--key-size=2048",
            "--key-ttl=10d",
            "--my-cn=someone",
            "--key-renew-period=1h",
            "--key-order-priority=SecretCreationTimestamp",
            "--key-cutoff-time=Fri, 02 Jan 2026 15:04:05 GMT");
    assertEquals(KeyOrder.SECRET_CREATION, keys.order());
    assertEquals(Duration.ofHours(1), keys.renewal().period());
    assertEquals(Optional.of(Instant.parse("2026-01-02T15:04:05Z")), keys.renewal().cutoff());
    assertEquals(2048, keys.generator().get().publicKey().bits());
    var place = settings("--key-prefix=p", "--privatekey-labels=a=b").keyPlace();
    assertEquals("p", place.prefix());
    assertEquals("kube-system", place.namespace());
    assertEquals(Map.of("a", "b"), place.labels());
  }

  private static KeySettings keys(String... flags) {
    return settings(flags)
        .keys(Clock.systemUTC(), RandomSource.secure(), () -> new Outcome.Ok<>(""));
  }

  private static Settings settings(String... flags) {
    OptionsReading reading = OptionsReader.read(List.of(flags), Map.of());
    return new Settings(
        assertInstanceOf(OptionsReading.Run.class, reading, reading::toString).options(),
        "kube-system");
  }
}
