package dev.signet.controller.keys;

import static dev.signet.controller.keys.KeyFixtures.labelled;
import static dev.signet.controller.keys.KeyFixtures.named;
import static dev.signet.controller.keys.KeyFixtures.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** By its name alone two replicas make one first key; and what becomes of it where it is taken. */
final class FirstNameTest {
  @Test
  @Tag("C-48")
  @Tag("C-60")
  @Tag("C-202")
  void two_that_store_a_first_key_in_the_same_moment_make_one_key_without_a_lease() {
    KeyStage stage = stage("uid-of-both");
    KeyStage other = stage("uid-of-both");
    other.look();
    ObjectNode first = other.secrets.all().getFirst();
    stage.look();
    assertEquals(name(first), name(stage.secrets.all().getFirst()));
    assertTrue(name(first).matches("sealed-secrets-key[bcdfghjklmnpqrstvwxz2456789]{5}"));
    assertEquals("sealed-secrets-key", first.at("/metadata/generateName").stringValue(""));

    KeyStage late = stage("uid-of-both");
    late.secrets.plan("create", new ApiError.AlreadyExists("it is there"));
    assertEquals(Duration.ZERO, late.look());
    late.with(first);
    assertEquals(Duration.ofMinutes(1), late.look());
    assertEquals(1, late.secrets.all().size());
    assertFalse(late.log().contains("New key written"));
  }

  @Test
  @Tag("C-60")
  void the_name_of_a_first_key_is_another_on_another_day_and_of_another_installation() {
    Set<String> names = new TreeSet<>();
    for (String account : List.of("a", "b")) {
      for (Duration later : List.of(Duration.ZERO, Duration.ofDays(1))) {
        KeyStage each = stage(account);
        each.pass(later);
        each.look();
        names.add(name(each.secrets.all().getFirst()));
      }
    }
    assertEquals(4, names.size(), names::toString);
  }

  @Test
  @Tag("C-60")
  void what_is_no_key_and_has_the_name_of_the_first_one_keeps_nobody_from_making_one() {
    KeyStage stage = stage("uid");
    stage.look();
    String name = name(stage.secrets.all().getFirst());
    KeyStage blocked = stage("uid");
    blocked.with(labelled(named(recorded("key-a"), name), "compromised"));
    blocked.look();
    blocked.look();
    blocked.look();
    assertEquals(List.of("sealed-secrets-keyabcda"), blocked.inUse());
    assertEquals(2, blocked.secrets.all().size());
  }

  @Test
  @Tag("C-60")
  @Tag("C-63")
  void a_name_that_the_server_drew_and_has_already_is_a_failure_like_others() {
    KeyStage stage = stage("uid");
    ApiError taken = new ApiError.AlreadyExists("said a webhook");
    stage.secrets.plan("create", taken, taken, taken);
    assertEquals(Duration.ZERO, stage.look());
    assertEquals(0, stage.failedRenewals);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertTrue(stage.look().compareTo(Duration.ofMillis(300)) > 0);
    }
    assertEquals(2, stage.failedRenewals);
    assertEquals(1, stage.log().split("Failed to generate new key", -1).length - 1);
    stage.look();
    stage.look();
    assertEquals(1, stage.inUse().size());
  }

  @Test
  @Tag("C-60")
  void no_name_is_chosen_while_the_account_is_not_known() {
    KeyStage stage = new KeyStage();
    for (ApiError error :
        List.of(
            new ApiError.Unreachable("no answer"),
            new ApiError.ServerError(503, "busy"),
            new ApiError.TooManyRequests("slow down", Duration.ZERO),
            new ApiError.Unauthorized("who?"))) {
      stage.account = new Outcome.Failed<>(error);
      assertTrue(stage.look().compareTo(Duration.ofMillis(300)) > 0, error::toString);
      assertEquals("no sealing keys: " + error.message(), stage.keeping().trouble().orElse(""));
    }
    assertEquals(4, stage.failedRenewals);
    assertEquals(List.of(), stage.secrets.all());
    stage.account = new Outcome.Ok<>("uid");
    stage.look();
    KeyStage other = stage("uid");
    other.look();
    assertEquals(name(other.secrets.all().getFirst()), name(stage.secrets.all().getFirst()));
  }

  @Test
  @Tag("C-60")
  void where_nobody_ever_tells_the_account_the_server_draws_the_name() {
    for (ApiError error :
        List.of(
            new ApiError.NoSuchPlace("no such API"),
            new ApiError.NotFound("nothing"),
            new ApiError.Forbidden("not for you"),
            new ApiError.Invalid("HTTP 405"))) {
      KeyStage stage = new KeyStage();
      stage.account = new Outcome.Failed<>(error);
      assertEquals(Duration.ZERO, stage.look(), error::toString);
      assertEquals("sealed-secrets-keyabcda", name(stage.secrets.all().getFirst()));
    }
  }

  private static KeyStage stage(String account) {
    KeyStage stage = new KeyStage();
    stage.account = new Outcome.Ok<>(account);
    return stage;
  }

  private static String name(ObjectNode secret) {
    return secret.at("/metadata/name").stringValue("");
  }
}
