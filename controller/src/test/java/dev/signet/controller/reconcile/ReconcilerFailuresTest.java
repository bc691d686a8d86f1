package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.queue.Next;
import dev.signet.controller.queue.Priority;
import dev.signet.crds.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong around one handling. */
final class ReconcilerFailuresTest {
  private static final String UNSEALED = "Normal Unsealed SealedSecret unsealed successfully";
  private static final String FOREIGN =
      "Resource \"creds\" already exists and is not managed by SealedSecret";

  private final Stage stage = Stage.usual();

  @Test
  @Tag("C-106")
  void who_is_overtaken_looks_again_at_once_and_says_nothing() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.takeEvents();
    stage.apply(sealedSecret().item("a", "2"));
    stage.secrets.plan("replace", new ApiError.Conflict("x"), new ApiError.NotFound("x"));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "2"), stage.data());
    assertEquals(List.of(UNSEALED), stage.takeEvents());
    assertEquals(List.of(), stage.counts.errors);
  }

  @Test
  @Tag("C-97")
  void a_copy_that_is_behind_costs_one_more_look() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.watchedSecrets.freeze();
    stage.secrets.put(foreign());
    assertEquals(Next.retry(), stage.handle());
    assertEquals("False NotOwned failed update: " + FOREIGN, stage.synced());
    assertEquals(
        List.of("sealed get", "sealed status", "secret create", "secret get"), stage.requests());
  }

  @Test
  @Tag("C-107")
  void a_namespace_that_goes_away_is_nothing_to_talk_of() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.secrets.plan("create", new ApiError.NamespaceTerminating("going"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(List.of("sealed get", "secret create"), stage.requests());
    assertEquals(List.of(), stage.takeEvents());
    assertEquals(List.of(), stage.counts.errors);
  }

  @Test
  @Tag("C-105")
  @Tag("C-138")
  @Tag("C-143")
  void what_the_api_server_refuses_is_told_in_its_words() {
    stage.apply(sealedSecret().item("a", "1"));
    String words = "Secret \"creds\" is invalid: data[a b]: Invalid value: \"a b\"";
    stage.secrets.plan("create", new ApiError.Invalid(words));
    assertEquals(Next.retry(), stage.handle());
    assertEquals("False Refused " + words, stage.synced());
    assertEquals(List.of("Warning ErrUpdateFailed " + words), stage.takeEvents());
    assertEquals(List.of("UPDATE team-a"), stage.counts.errors);
  }

  @Test
  void words_of_the_api_server_that_quote_a_value_are_withheld() {
    stage.apply(sealedSecret().item("a", "correct horse"));
    for (String quoted : List.of("correct horse", "Y29ycmVjdCBob3JzZQ==")) {
      String words = "webhook says " + quoted;
      stage.secrets.plan("create", new ApiError.Invalid(words));
      assertEquals(Next.retry(), stage.handle());
      assertTrue(stage.synced().contains("withheld"), stage.synced());
      stage.secrets.plan("create", new ApiError.TooManyRequests(words, Duration.ZERO));
      assertEquals(Next.retry(), stage.handle());
    }
    String told = stage.takeEvents() + stage.log() + stage.status();
    assertTrue(!told.contains("correct horse") && !told.contains("Y29ycmVjdCBob3JzZQ"), told);
  }

  @Test
  @Tag("C-79")
  void what_a_parser_says_of_a_value_is_withheld() {
    stage.apply(sealedSecret().item(".dockerconfigjson", "hush"));
    String words =
        "Secret \"creds\" is invalid: data[.dockerconfigjson]: Invalid value: \"<secret contents"
            + " redacted>\": ";
    stage.secrets.plan(
        "create",
        new ApiError.Invalid(words + "invalid character 'h' looking for beginning of value"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals("False Refused " + words + "what is wrong with them is withheld", stage.synced());
    assertFalse((stage.takeEvents() + stage.log() + stage.status()).contains("'h'"));
  }

  @Test
  void a_server_that_does_not_answer_is_no_fault_of_the_object() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.secrets.plan(
        "create",
        new ApiError.Unreachable("no answer"),
        new ApiError.TooManyRequests("slow", Duration.ofSeconds(7)),
        new ApiError.TooManyRequests("slow", Duration.ofDays(1)));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Next.after(Duration.ofSeconds(7)), stage.handle());
    assertEquals(Next.after(Duration.ofMinutes(5)), stage.handle());
    assertEquals("none  ", stage.synced());
    assertEquals(List.of(), stage.takeEvents());
    assertEquals(Collections.nCopies(3, "UPDATE team-a"), stage.counts.errors);
  }

  @Test
  @Tag("C-169")
  @Tag("C-239")
  void an_object_that_cannot_be_fetched_is_tried_again_and_counted_once_that_is_no_passing_fault() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.queue.add(Stage.KEY, Priority.NEWS);
    for (int failure = 1; failure <= 7; failure++) {
      assertEquals(Optional.of(Stage.KEY), take());
      stage.sealedSecrets.plan("get", new ApiError.ServerError(500, "no"));
      Next next = stage.handle();
      assertEquals(Next.retry(), next);
      stage.queue.done(Stage.KEY, next);
    }
    assertEquals(List.of("FETCH ", "FETCH "), stage.counts.errors);
    stage.sealedSecrets.plan("get", new ApiError.NotFound("gone"));
    assertEquals(Next.retry(), stage.handle(), "the watch says that it is there");
    stage.sealedSecrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("FETCH ", "FETCH "), stage.counts.errors);
  }

  @Test
  void what_a_proxy_does_not_find_is_neither_made_nor_gone() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.secrets.put(withoutData(stage.secret()));
    stage.requests();
    stage.secrets.plan("get", new ApiError.NoSuchPlace("x"), new ApiError.NoSuchPlace("x"));
    assertEquals(Next.retry(), stage.handle());
    assertFalse(stage.requests().contains("secret create"));
    stage.pass(Duration.ofMinutes(1));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
  }

  private static ObjectNode withoutData(ObjectNode secret) {
    secret.remove("data");
    return secret;
  }

  @Test
  @Tag("C-116")
  @Tag("C-142")
  void one_bad_item_leaves_the_old_secret_as_it_was() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.takeEvents();
    stage.apply(sealedSecret().item("a", "2").text("bad", "***"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals("False IllegalBase64 illegal base64 data at input byte 0 (bad)", stage.synced());
    assertEquals(
        List.of(
            "Warning ErrUnsealFailed Failed to unseal: illegal base64 data at input byte 0 (bad)"),
        stage.takeEvents());
    assertEquals(List.of("UNSEAL team-a"), stage.counts.errors);
    assertEquals(Map.of("team-a/creds", false), stage.counts.synced);
  }

  @Test
  @Tag("C-68")
  void a_retry_of_what_no_key_opens_costs_no_key_until_there_is_another() {
    stage.keys(SomeKeys.ring(SomeKeys.B));
    stage.apply(sealedSecret().item("a", "1"));
    assertEquals(Next.retry(), stage.handle());
    stage.requests();
    assertEquals(Next.retry(), stage.handle());
    assertEquals(List.of("sealed get"), stage.requests());
    stage.keys(SomeKeys.ring(SomeKeys.B, SomeKeys.A));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals("True", stage.synced());
  }

  @Test
  @Tag("C-22")
  @Tag("C-39")
  void after_the_last_retry_that_may_pass_an_object_counts_as_failing_and_is_tried_on() {
    stage.apply(sealedSecret().text("bad", "***"));
    stage.queue.add(Stage.KEY, Priority.NEWS);
    for (int failure = 1; failure <= 6; failure++) {
      assertEquals(Optional.of(Stage.KEY), take());
      Next next = stage.handle();
      assertEquals(Next.retry(), next);
      assertEquals(failure == 6, stage.counts.failing.get("team-a/creds"), "failure " + failure);
      stage.queue.done(Stage.KEY, next);
    }
    assertEquals(5, stage.log().split("Error updating, will retry", -1).length - 1);
    assertEquals(1, stage.log().split("Error updating, giving up", -1).length - 1);
    assertTrue(stage.log().contains("level=DEBUG msg=\"Error updating, giving up\""));
  }

  private Optional<ObjectKey> take() {
    try {
      return stage.queue.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode foreign() {
    ObjectNode foreign = Json.object().put("apiVersion", "v1").put("kind", "Secret");
    foreign.withObject("metadata").put("namespace", "team-a").put("name", "creds");
    foreign.withObject("data").put("mine", "a2VlcA==");
    return foreign;
  }
}
