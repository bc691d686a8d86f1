package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.queue.Next;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in status, and when it is written. */
final class StatusTest {
  private static final String EARLY = "2026-03-01T12:00:00Z";
  private static final String LATER = "2026-03-01T12:01:00Z";

  private final Stage stage = Stage.usual();

  @Test
  @Tag("C-133")
  @Tag("C-134")
  @Tag("C-136")
  void success_is_synced_first_with_whole_seconds_and_no_message() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    JsonNode synced = condition(0);
    assertEquals("Synced", synced.path("type").stringValue(""));
    assertEquals("True", synced.path("status").stringValue(""));
    assertEquals("Unsealed", synced.path("reason").stringValue(""));
    assertFalse(synced.has("message"));
    assertEquals(EARLY, synced.path("lastTransitionTime").stringValue(""));
    assertEquals(EARLY, synced.path("lastUpdateTime").stringValue(""));
    assertEquals("Ready", condition(1).path("type").stringValue(""));
    assertEquals(2, stage.status().path("conditions").size());
    assertEquals(1, stage.status().path("observedGeneration").intValue(0));
  }

  @Test
  @Tag("C-134")
  @Tag("C-135")
  void another_cause_of_the_same_failure_is_written_and_the_transition_stays() {
    stage.apply(sealedSecret().text("a", "***"));
    stage.handle();
    stage.pass(Duration.ofMinutes(1));
    stage.apply(sealedSecret().text("b", "***"));
    stage.handle();
    assertEquals(
        "illegal base64 data at input byte 0 (b)", condition(0).path("message").stringValue(""));
    assertEquals(EARLY, condition(0).path("lastTransitionTime").stringValue(""));
    assertEquals(LATER, condition(0).path("lastUpdateTime").stringValue(""));
    stage.apply(sealedSecret().item("b", "1"));
    stage.handle();
    assertEquals(LATER, condition(0).path("lastTransitionTime").stringValue(""));
    assertFalse(condition(0).has("message"));
  }

  @Test
  @Tag("C-135")
  void what_is_there_already_is_not_written_again() {
    stage.apply(sealedSecret().text("a", "***"));
    stage.handle();
    stage.requests();
    stage.pass(Duration.ofMinutes(1));
    stage.handle();
    assertEquals(List.of("sealed get"), stage.requests());
  }

  @Test
  @Tag("C-229")
  void what_only_a_change_can_cure_is_stalled_and_what_may_pass_is_reconciling() {
    stage.apply(sealedSecret().text("a", "***"));
    stage.handle();
    assertEquals("Stalled", condition(2).path("type").stringValue(""));
    stage.keys(SomeKeys.ring());
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    assertEquals("Reconciling", condition(2).path("type").stringValue(""));
    assertEquals(3, stage.status().path("conditions").size());
    stage.keys(SomeKeys.ring(SomeKeys.A));
    stage.handle();
    assertEquals(2, stage.status().path("conditions").size());
  }

  @Test
  @Tag("C-137")
  void conditions_and_fields_of_others_stay_and_synced_stays_first() {
    ObjectNode object = sealedSecret().item("a", "1").tree();
    ObjectNode status = object.withObject("status").put("theirs", "kept");
    status.withArray("conditions").addObject().put("type", "Audited").put("status", "True");
    stage.sealedSecrets.put(object);
    stage.handle();
    assertEquals("Synced", condition(0).path("type").stringValue(""));
    assertEquals("Audited", condition(2).path("type").stringValue(""));
    assertEquals("kept", stage.status().path("theirs").stringValue(""));
  }

  @Test
  @Tag("C-139")
  void a_status_that_somebody_else_wrote_meanwhile_is_read_again() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.sealedSecrets.plan("status", new ApiError.Conflict("x"), new ApiError.Conflict("x"));
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
    assertEquals(List.of(), stage.counts.errors);
  }

  @Test
  @Tag("C-139")
  void a_status_of_an_object_that_is_gone_is_nothing_to_talk_of_once_the_watch_says_so_too() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.sealedSecrets.plan("status", new ApiError.NotFound("gone"), new ApiError.Conflict("x"));
    assertEquals(Next.retry(), stage.handle());
    stage.sealedSecrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of(), stage.counts.errors);
    assertEquals(Map.of(), stage.counts.synced);
  }

  @Test
  @Tag("C-139")
  void a_404_of_anybody_else_ends_no_object() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.sealedSecrets.plan("status", new ApiError.NoSuchPlace("page not found"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(List.of("STATUS team-a"), stage.counts.errors);
    stage.sealedSecrets.plan("get", new ApiError.NoSuchPlace("page not found"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
  }

  @Test
  @Tag("C-139")
  void a_status_that_cannot_be_written_is_counted_and_tried_again() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.sealedSecrets.plan("status", new ApiError.ServerError(500, "no"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(List.of("STATUS team-a"), stage.counts.errors);
    assertTrue(
        stage
            .log()
            .contains("msg=\"Error updating SealedSecret status\" sealed-secret=team-a/creds"));
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
  }

  @Test
  @Tag("C-139")
  @Tag("C-197")
  void without_the_right_to_write_it_the_secret_is_made_once_and_the_status_tried_again() {
    stage.apply(sealedSecret().text("a", "***"));
    stage.handle();
    stage.apply(sealedSecret().item("a", "1"));
    ApiError no = new ApiError.Forbidden("no");
    stage.sealedSecrets.plan("status", no, no, no);
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
    stage.requests();
    stage.takeEvents();
    assertEquals(Next.retry(), stage.handle());
    assertEquals(List.of("sealed get", "sealed status"), stage.requests());
    assertEquals(Next.retry(), stage.handle());
    assertEquals("False", stage.synced().substring(0, 5));
    assertEquals(1, stage.log().split("Error updating SealedSecret status", -1).length - 1);
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
    assertEquals(List.of(), stage.takeEvents());
    assertEquals(Next.done(), stage.handle());
  }

  @Test
  @Tag("C-139")
  void what_was_said_of_a_right_once_is_said_again_when_it_is_lost_again() {
    stage.apply(sealedSecret().item("a", "1"));
    ApiError no = new ApiError.Forbidden("no");
    stage.sealedSecrets.plan("status", no);
    stage.handle();
    stage.handle();
    stage.sealedSecrets.plan("status", no, no);
    stage.apply(sealedSecret().item("a", "2"));
    stage.handle();
    stage.handle();
    assertEquals(2, stage.log().split("Error updating SealedSecret status", -1).length - 1);
  }

  @Test
  @Tag("C-16")
  void no_status_is_written_if_none_is_wanted_and_the_metric_says_nothing() {
    Stage silent = new Stage().apply(sealedSecret().item("a", "1"));
    assertEquals(Next.done(), silent.handle());
    assertEquals(Next.done(), silent.handle());
    assertEquals(List.of("sealed get", "secret create"), silent.requests());
    assertTrue(silent.status().isMissingNode());
    assertEquals(Map.of(), silent.counts.synced);
  }

  @Test
  @Tag("C-224")
  void a_schema_that_drops_our_field_does_not_make_each_status_a_new_one() {
    stage.sealedSecrets.dropUnknownStatus();
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    assertFalse(stage.status().has("signet"));
    stage.requests();
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("sealed get", "secret create"), stage.requests());
  }

  @Test
  @Tag("C-224")
  void our_field_says_what_was_handled() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    JsonNode handled = stage.status().path("signet");
    assertEquals(1, handled.path("generation").intValue(0));
    assertEquals("uid-sealed", handled.path("uid").stringValue(""));
    JsonNode metadata = stage.secret().path("metadata");
    assertEquals(metadata.path("uid"), handled.path("secretUID"));
    assertEquals(metadata.path("resourceVersion"), handled.path("secretResourceVersion"));
    assertEquals(SomeKeys.A.fingerprint().text(), handled.path("keys").path("a").stringValue(""));
  }

  private JsonNode condition(int index) {
    return stage.status().path("conditions").path(index);
  }
}
