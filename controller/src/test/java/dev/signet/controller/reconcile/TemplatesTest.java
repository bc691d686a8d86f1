package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.queue.Next;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code spec.template.data}, from the object to the Secret. */
final class TemplatesTest {
  private static final String REST = "it failed; what it says may hold a value, and is not shown";

  private final Stage stage = Stage.usual();

  @Test
  @Tag("C-122")
  @Tag("C-124")
  @Tag("C-126")
  @Tag("T-01")
  @Tag("T-02")
  void templates_are_rendered_over_the_items_and_added_to_them() {
    stage.apply(
        sealedSecret()
            .item("user", "admin")
            .templateData("upper", "{{ .user | upper }}")
            .templateData("missing", "[{{ .nothing }}]"));
    assertEquals(Next.done(), stage.handle());
    assertEquals(
        Map.of("user", "admin", "upper", "ADMIN", "missing", "[<no value>]"), stage.data());
    assertEquals("True", stage.synced());
  }

  @Test
  @Tag("C-123")
  @Tag("T-01")
  void a_template_sees_the_raw_text_of_another_and_not_what_it_prints() {
    stage.apply(
        sealedSecret().templateData("a", "{{ 1 }}").templateData("b", "{{ .a }}{{ .b | len }}"));
    stage.handle();
    assertEquals(Map.of("a", "1", "b", "{{ 1 }}22"), stage.data());
  }

  @Test
  @Tag("C-122")
  @Tag("T-01")
  void an_item_wins_over_a_template_of_its_name_whose_faults_still_count() {
    stage.apply(sealedSecret().item("k", "item").templateData("k", "Bearer {{ .k }}"));
    stage.handle();
    assertEquals(Map.of("k", "item"), stage.data());
    stage.apply(sealedSecret().item("k", "item").templateData("k", "{{ nothing }}"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(
        "False TemplateFailed template: k:1: function \"nothing\" not defined (k)", stage.synced());
    assertEquals(Map.of("k", "item"), stage.data());
  }

  @Test
  @Tag("C-127")
  void a_null_leaves_the_key_out_of_the_secret_though_templates_see_it() {
    SealedSecretBuilder object = sealedSecret().item("raw", "x").templateData("t", "{{ .raw }}!");
    object.template().withObject("data").putNull("raw");
    stage.apply(object);
    stage.handle();
    assertEquals(Map.of("t", "x!"), stage.data());
  }

  @Test
  @Tag("C-116")
  @Tag("C-128")
  @Tag("T-03")
  void each_broken_template_is_told_by_key_and_line_and_the_old_secret_stays() {
    stage.apply(sealedSecret().item("a", "1").templateData("t", "{{ .a }}"));
    stage.handle();
    stage.takeEvents();
    stage.apply(
        sealedSecret()
            .item("a", "2")
            .templateData("good", "{{ .a }}")
            .templateData("broken", "\n{{ .a")
            .templateData("worse", "{{ .a.b }}"));
    assertEquals(Next.retry(), stage.handle());
    String words =
        "template: broken:2: unclosed action (broken); template: worse:1: " + REST + " (worse)";
    assertEquals("False TemplateFailed " + words, stage.synced());
    assertEquals(List.of("Warning ErrUnsealFailed Failed to unseal: " + words), stage.takeEvents());
    assertEquals(Map.of("a", "1", "t", "1"), stage.data());
  }

  @Test
  @Tag("C-181")
  @Tag("T-05")
  void a_value_that_a_template_fails_with_is_told_nowhere() {
    stage.apply(
        sealedSecret()
            .item("password", "PLAINTEXT-MARKER")
            .templateData("x", "{{ fail .password }}")
            .templateData("y", "{{ index .password .password }}"));
    stage.handle();
    String told = stage.takeEvents() + stage.log() + stage.status();
    assertTrue(told.contains("x:1"), told);
    assertFalse(told.contains("PLAINTEXT-MARKER"), told);
  }

  @Test
  void what_is_told_of_many_broken_templates_fits_into_a_status() {
    SealedSecretBuilder object = sealedSecret();
    for (int number = 0; number < 1000; number++) {
      object.templateData("k" + number, "{{ " + "f".repeat(1000) + " }}");
    }
    stage.apply(object);
    stage.handle();
    assertTrue(stage.synced().length() < 2500, stage.synced());
  }

  @Test
  @Tag("C-125")
  @Tag("C-190")
  void a_template_over_a_limit_fails_alone_and_costs_nothing_again() {
    stage.apply(sealedSecret().templateData("t", "{{ repeat 5000000 \"x\" }}"));
    assertEquals(Next.retry(), stage.handle());
    assertTrue(stage.synced().contains("is over the limit of 4194304"), stage.synced());
    stage.requests();
    assertEquals(Next.retry(), stage.handle());
    assertEquals(List.of("sealed get"), stage.requests());
  }

  @Test
  @Tag("C-125")
  void all_templates_of_an_object_print_no_more_together_than_a_secret_holds() {
    SealedSecretBuilder object = sealedSecret();
    for (int number = 0; number < 3; number++) {
      object.templateData("k" + number, "{{ repeat 500000 \"x\" }}");
    }
    stage.apply(object);
    assertEquals(Next.retry(), stage.handle());
    assertTrue(stage.synced().contains("k2:1: size of all outputs of one object"), stage.synced());
  }

  @Test
  void a_status_that_could_not_be_written_is_written_later_without_rendering_again() {
    stage.apply(sealedSecret().item("a", "1").templateData("t", "{{ .a }}"));
    stage.sealedSecrets.plan("status", new ApiError.ServerError(500, "no"));
    assertEquals(Next.retry(), stage.handle());
    stage.requests();
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
    assertEquals(List.of("sealed get", "sealed status"), stage.requests());
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of(), stage.requests());
  }

  @Test
  void a_secret_that_was_changed_before_the_status_was_written_is_made_again() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.sealedSecrets.plan("status", new ApiError.ServerError(500, "no"));
    stage.handle();
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
  }

  @Test
  void what_a_template_draws_stays_until_the_object_changes() {
    stage.apply(sealedSecret().item("a", "1").templateData("id", "{{ uuidv4 }}"));
    stage.handle();
    Map<String, String> drawn = stage.data();
    stage.requests();
    stage.handle();
    assertEquals(List.of(), stage.requests());
    stage.restart();
    stage.handle();
    assertEquals(List.of(), stage.requests());
    assertEquals(drawn, stage.data());
    stage.apply(sealedSecret().item("a", "2").templateData("id", "{{ uuidv4 }}"));
    stage.handle();
    assertNotEquals(drawn.get("id"), stage.data().get("id"));
  }

  @Test
  void what_a_template_draws_is_drawn_once_though_the_status_cannot_be_written() {
    stage.apply(sealedSecret().templateData("id", "{{ uuidv4 }}"));
    ApiError error = new ApiError.ServerError(500, "no");
    stage.sealedSecrets.plan("status", error, error);
    stage.handle();
    Map<String, String> drawn = stage.data();
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Next.done(), stage.handle());
    assertEquals(drawn, stage.data());
  }

  @Test
  @Tag("C-190")
  void who_finds_all_turns_taken_gives_the_worker_back() throws InterruptedException {
    Templates templates = new Templates(1, Duration.ofMillis(1), Limits.standard());
    Unsealing inner = new Unsealing.Failed(Cause.of(Reason.TEMPLATE_FAILED, "x"));
    Unsealing outer =
        templates.inTurn(
            "team-a",
            () -> {
              assertInstanceOf(Unsealing.Postponed.class, templates.inTurn("team-a", () -> inner));
              return inner;
            });
    assertEquals(inner, outer);
    assertEquals(inner, templates.inTurn("team-a", () -> inner));
  }

  @Test
  void as_many_are_rendered_at_once_as_fit_into_half_the_heap() {
    Limits usual = Limits.standard();
    long mebibyte = 1 << 20;
    assertEquals(2, Templates.atOnce(16, 256 * mebibyte, usual));
    assertEquals(16, Templates.atOnce(16, 4096 * mebibyte, usual));
    assertEquals(2, Templates.atOnce(2, Long.MAX_VALUE, usual));
    assertEquals(1, Templates.atOnce(16, 96 * mebibyte, usual));
    Limits more = usual.with(Limit.ALLOCATED_BYTES, 1024 * mebibyte);
    assertEquals(1, Templates.atOnce(16, 2048 * mebibyte, more));
  }
}
