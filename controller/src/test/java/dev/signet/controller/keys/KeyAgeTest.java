package dev.signet.controller.keys;

import static dev.signet.controller.keys.KeyFixtures.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recorded key-b is from 2024-06-01, its certificate ends on 2034-05-30. */
final class KeyAgeTest {
  private static final String B = "sealed-secrets-keybbbbb Warning ";
  private static final Duration YEAR = Duration.ofDays(365);

  private final KeyStage unrenewed = KeyStage.unhurried();

  @Test
  void a_key_that_is_never_renewed_is_warned_of_once_a_day() {
    unrenewed.with(recorded("key-a")).with(recorded("key-b"));
    unrenewed.look();
    unrenewed.look();
    String old =
        B + "SealingKeyOld The latest sealing key is from 2024-06-01T00:00:00Z, and renewal is off";
    assertEquals(List.of(old), unrenewed.events);
    unrenewed.pass(Duration.ofHours(23));
    unrenewed.look();
    assertEquals(List.of(old), unrenewed.events);
    unrenewed.pass(Duration.ofHours(1));
    unrenewed.look();
    assertEquals(List.of(old, old), unrenewed.events);
    assertTrue(unrenewed.log().contains("level=WARN msg=\"The latest sealing key is from"));
  }

  @Test
  void a_certificate_that_ends_is_warned_of_a_month_before() {
    unrenewed.with(recorded("key-b"));
    unrenewed.pass(YEAR.multipliedBy(8).plusDays(50));
    unrenewed.look();
    assertEquals(1, unrenewed.events.size());
    unrenewed.pass(Duration.ofDays(40));
    unrenewed.look();
    assertExpiring("ends");
    unrenewed.pass(Duration.ofDays(5));
    unrenewed.look();
    assertExpiring("ended");
  }

  private void assertExpiring(String how) {
    assertEquals(
        B
            + "SealingCertificateExpiring The certificate to seal with %s".formatted(how)
            + " 2034-05-30T00:00:00Z: kubeseal refuses it from then on; a new key can be had by"
            + " SIGUSR1",
        unrenewed.events.getLast());
  }

  @Test
  void a_renewal_that_fails_for_a_day_is_warned_of() {
    KeyStage stage = new KeyStage();
    stage.look();
    stage.look();
    ApiError forbidden = new ApiError.Forbidden("secrets is forbidden: cannot create");
    stage.secrets.plan("create", forbidden, forbidden, forbidden, forbidden);
    stage.pass(Duration.ofDays(30).plusHours(1));
    stage.look();
    assertFalse(stage.events.toString().contains(KeyAge.OLD), stage.events::toString);
    stage.pass(Duration.ofDays(1));
    stage.look();
    assertTrue(
        stage.events.stream().anyMatch(it -> it.endsWith(": it should have been renewed")),
        stage.events::toString);
  }

  @Test
  void a_replica_that_only_follows_says_nothing() {
    unrenewed.leads = false;
    unrenewed.with(recorded("key-b"));
    unrenewed.look();
    assertEquals(List.of(), unrenewed.events);
  }
}
