package dev.signet.controller.keys;

import static dev.signet.controller.keys.KeyFixtures.LABEL;
import static dev.signet.controller.keys.KeyFixtures.NAMESPACE;
import static dev.signet.controller.keys.KeyFixtures.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** When a key is made, and what becomes of one that cannot be stored. */
final class KeyRenewalTest {
  private static final Duration NEVER = Duration.ZERO;
  private static final String A = "sealed-secrets-keyaaaaa";
  private static final String B = "sealed-secrets-keybbbbb";

  private final KeyStage stage = new KeyStage();
  private final KeyStage unhurried = KeyStage.unhurried();

  @Test
  @Tag("C-14")
  @Tag("C-38")
  @Tag("C-48")
  @Tag("C-60")
  @Tag("C-64")
  void where_there_is_no_key_one_is_made_and_used_once_it_is_stored() {
    assertEquals(Duration.ZERO, stage.look());
    assertEquals(List.of(), stage.inUse());
    ObjectNode stored = stage.secrets.all().getFirst();
    assertEquals("kubernetes.io/tls", stored.path("type").stringValue(""));
    assertEquals(
        "{\"team\":\"a\",\"" + LABEL + "\":\"active\"}",
        stored.path("metadata").path("labels").toString());
    assertEquals("{\"note\":\"x\"}", stored.path("metadata").path("annotations").toString());
    assertEquals(
        "sealed-secrets-key", stored.path("metadata").path("generateName").stringValue(""));
    assertEquals(
        Set.of("apiVersion", "kind", "type", "metadata", "data"),
        new TreeSet<>(stored.propertyNames()));
    assertEquals(Set.of("tls.crt", "tls.key"), new TreeSet<>(stored.path("data").propertyNames()));
    assertTrue(stage.log().contains("msg=\"New key written\" namespace=kube-system name=seal"));
    assertTrue(
        stage
            .log()
            .contains(
                "msg=\"Certificate generated\" certificate=\"-----BEGIN CERTIFICATE-----\\n"));

    stage.look();
    assertEquals(List.of("sealed-secrets-keyabcda"), stage.inUse());
    assertEquals(Optional.empty(), stage.keeping().trouble());
    assertEquals(1, stage.added);
  }

  @Test
  @Tag("C-61")
  void a_key_is_renewed_when_its_age_is_the_period_whatever_the_clock_does() {
    stage.look();
    assertEquals(Duration.ofMinutes(1), stage.look());
    stage.pass(Duration.ofDays(30).minusSeconds(10));
    assertEquals(Duration.ofSeconds(10), stage.look());
    stage.pass(Duration.ofDays(-365));
    assertEquals(Duration.ofMinutes(1), stage.look());
    assertEquals(1, stage.secrets.all().size());
    stage.pass(Duration.ofDays(366));
    assertEquals(Duration.ZERO, stage.look());
    assertEquals(2, stage.secrets.all().size());
    assertEquals(Duration.ofMinutes(1), stage.look());
    assertEquals(2, stage.secrets.all().size());
    assertEquals(2, stage.inUse().size());
  }

  @Test
  @Tag("C-05")
  @Tag("C-65")
  @Tag("C-66")
  void a_key_can_be_asked_for_at_any_time_and_once_is_enough() {
    unhurried.with(recorded("key-a"));
    unhurried.look();
    unhurried.pass(Duration.ofDays(10_000));
    unhurried.look();
    assertEquals(List.of(A), unhurried.inUse());
    unhurried.keeping().makeKey();
    unhurried.keeping().makeKey();
    unhurried.look();
    unhurried.look();
    assertEquals(List.of("sealed-secrets-keyabcda", A), unhurried.inUse());
    unhurried.look();
    assertEquals(2, unhurried.secrets.all().size());
  }

  @Test
  @Tag("C-62")
  void a_key_from_before_the_cutoff_is_renewed_at_start_and_only_then() {
    KeyStage cut = cutoff("2024-03-01T00:00:00Z").with(recorded("key-a"));
    cut.look();
    cut.look();
    assertEquals(List.of("sealed-secrets-keyabcda", A), cut.inUse());
    KeyStage young = cutoff("2024-03-01T00:00:00Z").with(recorded("key-b"));
    young.look();
    assertEquals(List.of(B), young.inUse());
    young.secrets.remove(new ObjectKey(NAMESPACE, B));
    young.with(recorded("key-a")).look();
    assertEquals(List.of(A), young.inUse());
  }

  @Test
  @Tag("C-62")
  void a_cutoff_in_the_future_makes_a_key_a_day_at_most_and_a_warning() {
    KeyStage future = cutoff("2027-01-01T00:00:00Z").with(recorded("key-a"));
    future.look();
    future.look();
    assertEquals(2, future.secrets.all().size());
    KeyStage restarted = cutoff("2027-01-01T00:00:00Z");
    future.secrets.all().forEach(restarted::with);
    restarted.look();
    assertEquals(2, restarted.secrets.all().size());
    assertTrue(restarted.log().contains("level=WARN msg=\"--key-cutoff-time is in the future"));
  }

  @Test
  @Tag("C-63")
  void a_key_that_cannot_be_stored_is_stored_later_and_the_trouble_is_told_once() {
    ApiError forbidden = new ApiError.Forbidden("secrets is forbidden: cannot create");
    stage.secrets.plan("create", forbidden, forbidden, forbidden);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertTrue(stage.look().compareTo(Duration.ofMillis(300)) > 0);
    }
    assertEquals(
        Optional.of("no sealing keys: secrets is forbidden: cannot create"),
        stage.keeping().trouble());
    assertEquals(1, stage.log().split("Failed to generate new key", -1).length - 1);
    stage.look();
    stage.look();
    assertEquals(1, stage.inUse().size());
  }

  @Test
  @Tag("C-63")
  @Tag("C-176")
  void each_failed_renewal_is_counted_and_an_event_on_the_served_key_says_why_once() {
    stage.with(recorded("key-b"));
    ApiError quota = new ApiError.Forbidden("exceeded quota");
    stage.secrets.plan("create", quota, quota, quota);
    for (int attempt = 0; attempt < 3; attempt++) {
      stage.look();
    }
    assertEquals(3, stage.failedRenewals);
    assertEquals(
        List.of(
            B
                + " Warning SealingKeyRenewalFailed A new sealing key is due and cannot be made,"
                + " will retry: exceeded quota"),
        stage.events.stream().filter(it -> it.contains("Renewal")).toList());
    assertEquals(List.of(B), stage.inUse());
    assertEquals(Optional.empty(), stage.keeping().trouble());
    stage.look();
    stage.look();
    assertEquals(3, stage.failedRenewals);
    assertEquals(2, stage.inUse().size());
  }

  @Test
  @Tag("C-63")
  @Tag("C-176")
  void a_due_key_is_a_failed_renewal_as_well_while_keys_cannot_be_read() {
    stage.look();
    stage.look();
    String served = stage.inUse().getFirst();
    ApiError gone = new ApiError.Forbidden("secrets is forbidden: cannot list");
    stage.secrets.plan("list", gone, gone, gone, gone);
    stage.look();
    assertEquals(0, stage.failedRenewals);
    stage.pass(Duration.ofDays(31));
    stage.leads = false;
    stage.look();
    assertEquals(0, stage.failedRenewals);
    stage.leads = true;
    assertTrue(stage.look().compareTo(Duration.ofMillis(300)) > 0);
    stage.look();
    assertEquals(2, stage.failedRenewals);
    assertEquals(
        List.of(
            served
                + " Warning SealingKeyRenewalFailed A new sealing key is due and cannot be made,"
                + " will retry: cannot read key Secrets: secrets is forbidden: cannot list"),
        stage.events);
    assertEquals(1, stage.log().split("Failed to generate new key", -1).length - 1);
    assertEquals(List.of(served), stage.inUse());
    stage.look();
    stage.look();
    assertEquals(2, stage.failedRenewals);
    assertEquals(2, stage.inUse().size());
  }

  @Test
  @Tag("C-63")
  void a_fault_while_a_key_is_made_is_told_without_its_words_and_the_key_is_made_later() {
    stage.whileMaking(
        () -> {
          throw new IllegalStateException("d=0x1234");
        });
    assertTrue(stage.keeping().lookOrRetry().isPositive());
    assertEquals(1, stage.failedRenewals);
    assertTrue(stage.log().contains("error=java.lang.IllegalStateException"));
    assertFalse(stage.log().contains("0x1234"));
    stage.whileMaking(() -> {});
    stage.look();
    stage.look();
    assertEquals(1, stage.inUse().size());
  }

  @Test
  @Tag("C-63")
  void a_key_of_which_only_the_answer_was_lost_is_not_made_twice() {
    unhurried.keeping().makeKey();
    unhurried.secrets.loseAnswers();
    unhurried.look();
    unhurried.look();
    unhurried.look();
    assertEquals(1, unhurried.secrets.all().size());
    assertEquals(1, unhurried.inUse().size());
  }

  @Test
  void another_replica_makes_the_keys_while_it_leads() {
    stage.leads = false;
    assertEquals(Duration.ofMinutes(1), stage.look());
    assertEquals(
        Optional.of("there is no sealing key, and another replica is to make it"),
        stage.keeping().trouble());
    assertEquals(List.of(), stage.secrets.all());
    stage.leads = true;
    stage.look();
    stage.look();
    assertEquals(1, stage.inUse().size());
  }

  @Test
  @Tag("C-60")
  void two_on_an_empty_cluster_make_one_key() {
    stage.whileMaking(() -> stage.with(recorded("generated")));
    assertEquals(Duration.ofMinutes(1), unhurriedAfterMaking());
    assertEquals(1, stage.secrets.all().size());
    assertFalse(stage.log().contains("New key written"));
  }

  /** The other one's key is young enough by then. */
  private Duration unhurriedAfterMaking() {
    stage.pass(Duration.between(KeyStage.NOW, Instant.parse("2026-11-24T08:31:32Z")));
    return stage.look();
  }

  private static KeyStage cutoff(String time) {
    return new KeyStage(
        KeyOrder.CERTIFICATE_NOT_BEFORE, new RenewalRules(NEVER, Optional.of(Instant.parse(time))));
  }
}
