package dev.signet.controller.keys;

import static dev.signet.controller.keys.KeyFixtures.NAMESPACE;
import static dev.signet.controller.keys.KeyFixtures.created;
import static dev.signet.controller.keys.KeyFixtures.labelled;
import static dev.signet.controller.keys.KeyFixtures.named;
import static dev.signet.controller.keys.KeyFixtures.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.crypto.SealingCertificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class KeyKeeperTest {
  private static final Duration NEVER = Duration.ZERO;
  private static final String A = "sealed-secrets-keyaaaaa";
  private static final String B = "sealed-secrets-keybbbbb";

  private final KeyStage stage = new KeyStage();
  private final KeyStage unhurried = KeyStage.unhurried();

  @Test
  @Tag("C-37")
  @Tag("C-199")
  void keys_that_cannot_be_read_are_asked_for_again_and_none_is_made_meanwhile() {
    ApiError down = new ApiError.Unreachable("GET api/v1/namespaces/kube-system/secrets: refused");
    stage.secrets.plan("list", down, down);
    assertTrue(stage.look().isPositive());
    assertTrue(stage.look().isPositive());
    assertEquals(
        Optional.of("no sealing keys: GET api/v1/namespaces/kube-system/secrets: refused"),
        stage.keeping().trouble());
    assertEquals(1, stage.log().split("cannot read key Secrets", -1).length - 1);
    assertEquals(List.of(), stage.secrets.all());
  }

  @Test
  void keys_stay_in_use_while_they_cannot_be_read_again() {
    unhurried.with(recorded("key-a")).look();
    unhurried.secrets.plan("list", new ApiError.Unreachable("gone"));
    unhurried.look();
    assertEquals(List.of(A), unhurried.inUse());
    assertEquals(Optional.empty(), unhurried.keeping().trouble());
  }

  @Test
  @Tag("C-17")
  @Tag("C-51")
  @Tag("C-67")
  void a_key_that_is_relabelled_or_deleted_is_out_of_use() {
    unhurried.with(recorded("key-a")).with(recorded("key-b")).look();
    assertEquals(List.of(B, A), unhurried.inUse());
    for (String value : List.of("compromised", "Active", "")) {
      unhurried.with(labelled(recorded("key-b"), value)).look();
      assertEquals(List.of(A), unhurried.inUse(), value);
    }
    unhurried.with(recorded("key-b")).look();
    assertEquals(List.of(B, A), unhurried.inUse());
    unhurried.secrets.remove(new ObjectKey(NAMESPACE, A));
    unhurried.secrets.remove(new ObjectKey(NAMESPACE, B));
    unhurried.look();
    unhurried.look();
    assertEquals(List.of("sealed-secrets-keyabcda"), unhurried.inUse());
  }

  @Test
  @Tag("C-17")
  @Tag("C-68")
  @Tag("C-70")
  void a_key_that_is_added_is_news_and_what_was_taken_before_stays_as_it_was() {
    unhurried.with(recorded("key-a")).look();
    Keys before = unhurried.keeping().keys();
    unhurried.look();
    assertSame(before, unhurried.keeping().keys());
    assertEquals(1, unhurried.added);
    unhurried.with(recorded("key-b")).look();
    assertEquals(2, unhurried.added);
    assertEquals(1, before.all().size());
    assertEquals(B, unhurried.inUse().getFirst());
  }

  @Test
  @Tag("C-55")
  @Tag("C-56")
  void a_secret_that_holds_no_usable_key_is_told_once_and_the_others_serve() {
    ObjectNode strange = named(recorded("key-outside"), "sealed-secrets-keystrange");
    strange.withObject("data").set("tls.crt", recorded("key-a").path("data").path("tls.crt"));
    ObjectNode empty = named(recorded("key-b"), "sealed-secrets-keyempty");
    empty.remove("data");
    unhurried.with(recorded("key-a")).with(recorded("key-ec")).with(strange).with(empty).look();
    unhurried.look();
    assertEquals(List.of(A), unhurried.inUse());
    assertEquals(3, unhurried.unusable);
    assertEquals(
        3, unhurried.events.stream().filter(it -> it.contains("UnusableSealingKey")).count());
    assertTrue(
        unhurried
            .events
            .toString()
            .contains(
                "sealed-secrets-keyececc Warning UnusableSealingKey Not used as a sealing key:"
                    + " private key is not an RSA key"));
    assertTrue(
        unhurried
            .log()
            .contains(
                "level=ERROR msg=\"Error reading key\" secret=sealed-secrets-keyececc"
                    + " error=\"private key is not an RSA key"));
    assertFalse(unhurried.log().contains("PRIVATE KEY"));
  }

  @Test
  @Tag("C-50")
  void the_one_secret_from_before_labels_is_a_key_unless_its_label_says_otherwise() {
    ObjectNode legacy = recorded("key-legacy");
    for (ObjectNode secret : List.of(legacy, labelled(legacy, "active"))) {
      unhurried.with(secret).look();
      assertEquals(List.of("sealed-secrets-key"), unhurried.inUse());
    }
    unhurried.with(recorded("key-a")).with(labelled(legacy, "compromised")).look();
    assertEquals(List.of(A), unhurried.inUse());
  }

  @Test
  @Tag("C-50")
  @Tag("C-52")
  void the_label_makes_a_key_whatever_the_name_and_type_but_only_in_the_own_namespace() {
    ObjectNode odd = named(recorded("key-a"), "whatever").put("type", "Opaque");
    ObjectNode elsewhere = recorded("key-b");
    elsewhere.withObject("metadata").put("namespace", "team-a");
    unhurried.with(odd).with(elsewhere).look();
    assertEquals(List.of("whatever"), unhurried.inUse());
  }

  @Test
  @Tag("C-58")
  void a_key_pair_that_stands_in_two_secrets_is_one_key() {
    unhurried.with(recorded("key-a")).with(named(recorded("key-a"), "copy")).look();
    assertEquals(2, unhurried.inUse().size());
    assertEquals(1, unhurried.keeping().keys().ring().keys().size());
    assertEquals(2, unhurried.log().split("registered private key", -1).length - 1);
  }

  @Test
  @Tag("C-59")
  @Tag("C-69")
  void the_latest_key_is_served_and_a_tie_falls_the_same_way_everywhere() {
    unhurried
        .with(created(named(recorded("key-a"), "b"), "2026-01-01T00:00:00Z"))
        .with(created(named(recorded("key-a"), "c"), "2026-01-01T00:00:00Z"))
        .with(created(named(recorded("key-a"), "a"), "2026-01-02T00:00:00Z"))
        .look();
    assertEquals(List.of("a", "c", "b"), unhurried.inUse());
    String pem = unhurried.keeping().keys().certificate().map(SealingCertificate::pem).orElse("");
    assertEquals(1, pem.split("BEGIN CERTIFICATE", -1).length - 1);
  }

  @Test
  @Tag("C-07")
  @Tag("C-59")
  void the_order_may_be_that_of_the_secrets() {
    KeyStage bySecret =
        new KeyStage(KeyOrder.SECRET_CREATION, new RenewalRules(NEVER, Optional.empty()));
    bySecret
        .with(created(recorded("key-a"), "2026-01-02T00:00:00Z"))
        .with(created(recorded("key-b"), "2026-01-01T00:00:00Z"))
        .look();
    assertEquals(List.of(A, B), bySecret.inUse());
  }
}
