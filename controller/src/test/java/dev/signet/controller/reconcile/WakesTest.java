package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.watch.Change;
import dev.signet.controller.kube.watch.Change.Origin;
import dev.signet.controller.queue.Next;
import dev.signet.controller.queue.Priority;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecret;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Which change is worth another look. */
final class WakesTest {
  private final Stage stage = Stage.usual();
  private final Wakes wakes = stage.wakes();

  @BeforeEach
  void an_object_is_there_and_handled() throws InterruptedException {
    wakes.of(stage.watched);
    stage.apply(sealedSecret().item("a", "1"));
    wakes.sealedSecretChanged(change(null, object()));
    assertEquals(1, stage.queue.sizes().ready());
    stage.queue.take();
    stage.queue.done(Stage.KEY, stage.handle());
    assertEquals(0, stage.queue.sizes().ready());
  }

  @Test
  @Tag("C-102")
  void a_new_spec_or_scope_or_uid_is() {
    SealedSecret before = object();
    sealed(before, tree -> tree.withObject("metadata").put("generation", 2), true);
    sealed(before, tree -> tree.withObject("metadata").put("uid", "another"), true);
    sealed(
        before,
        tree ->
            tree.withObject("metadata")
                .withObject("annotations")
                .put("sealedsecrets.bitnami.com/namespace-wide", "true"),
        true);
  }

  @Test
  @Tag("C-102")
  @Tag("C-140")
  void other_metadata_and_the_echo_of_a_status_are_not() {
    SealedSecret before = object();
    sealed(before, tree -> tree.withObject("metadata").withObject("labels").put("x", "y"), false);
    sealed(
        before, tree -> tree.withObject("metadata").withObject("annotations").put("x", "y"), false);
    sealed(before, tree -> tree.withObject("status").put("observedGeneration", 9), false);
    assertTrue(stage.watched.lightened(Stage.KEY).isPresent());
  }

  @Test
  @Tag("C-171")
  void another_instance_label_is_told_to_the_metrics() {
    stage.counts.synced.clear();
    SealedSecret before = object();
    sealed(
        before,
        tree ->
            tree.withObject("metadata")
                .withObject("labels")
                .put("app.kubernetes.io/instance", "release"),
        false);
    assertEquals(Map.of("team-a/creds", true), stage.counts.synced);
  }

  @Test
  @Tag("C-93")
  void the_end_of_an_object_is_and_after_it_its_secret_is_not() {
    wakes.sealedSecretChanged(change(object(), null));
    assertWoken(true);
    wakes.secretChanged(change(stored(), null));
    assertWoken(false);
  }

  @Test
  @Tag("C-96")
  @Tag("C-98")
  void the_end_of_a_secret_is() {
    wakes.secretChanged(change(stored(), null));
    assertWoken(true);
  }

  @Test
  @Tag("C-100")
  void a_change_of_our_secret_is_unless_it_is_our_own() {
    wakes.secretChanged(change(null, stored()));
    assertWoken(false);
    SecretRecord before = stored();
    stage.secrets.put(stage.secret());
    wakes.secretChanged(change(before, stored()));
    assertWoken(true);
  }

  @Test
  @Tag("C-99")
  void of_a_stranger_owner_and_marks_are() {
    foreignFromNowOn();
    SecretRecord before = stored();
    stage.handle();
    ObjectNode annotated = stage.secret();
    annotated
        .withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/managed", "true");
    stage.secrets.put(annotated);
    wakes.secretChanged(change(before, stored()));
    assertWoken(true);
  }

  @Test
  @Tag("C-98")
  @Tag("C-99")
  void a_stranger_that_blocks_is_whatever_changes_for_it_may_be_as_wanted_then() {
    stage.apply(
        sealedSecret()
            .item("a", "1")
            .templateAnnotation("sealedsecrets.bitnami.com/skip-set-owner-references", "true"));
    foreignFromNowOn();
    assertTrue(stage.synced().startsWith("False NotOwned"), stage.synced());
    SecretRecord before = stored();
    ObjectNode edited = stage.secret();
    edited.withObject("data").put("a", "MQ==");
    edited
        .withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/skip-set-owner-references", "true");
    stage.secrets.put(edited);
    wakes.secretChanged(change(before, stored()));
    assertWoken(true);
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
  }

  @Test
  void a_secret_to_add_to_that_shrinks_is_when_there_was_no_room() {
    ObjectNode full = foreign();
    full.withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/patch", "true");
    stage.secrets.remove(Stage.KEY);
    stage.secrets.put(full);
    stage.secrets.plan("replace", new ApiError.Invalid("must have at most 1048576 bytes"));
    assertEquals(Next.retry(), stage.handle());
    SecretRecord before = stored();
    stage.secrets.put(stage.secret());
    wakes.secretChanged(change(before, stored()));
    assertWoken(true);
    assertEquals(Next.done(), stage.handle());
  }

  @Test
  void a_stranger_that_writes_all_day_does_not_make_failures_new_ones()
      throws InterruptedException {
    foreignFromNowOn();
    stage.queue.add(Stage.KEY, Priority.NEWS);
    stage.queue.take();
    stage.queue.done(Stage.KEY, Next.retry());
    wakes.secretChanged(change(stored(), stored()));
    assertEquals(1, stage.queue.failures(Stage.KEY));
    assertWoken(true);
  }

  @Test
  void a_stranger_is_not_where_the_fault_is_in_the_object() {
    foreignFromNowOn();
    stage.apply(sealedSecret().text("a", "***"));
    stage.handle();
    wakes.secretChanged(change(stored(), stored()));
    assertWoken(false);
  }

  private void foreignFromNowOn() {
    stage.secrets.remove(Stage.KEY);
    stage.secrets.put(foreign());
    assertEquals(Next.retry(), stage.handle());
  }

  @Test
  void secrets_of_the_first_list_as_they_were_made_and_of_other_names_are_not() {
    wakes.secretChanged(new Change<>(Stage.KEY, null, stored(), Origin.BACKLOG));
    wakes.secretsListed(key -> false);
    assertWoken(false);
    ObjectNode other = foreign();
    other.withObject("metadata").put("name", "other");
    SecretRecord record = SecretRecord.of(other);
    wakes.secretChanged(new Change<>(record.key(), null, record, Origin.NEWS));
    assertWoken(false);
  }

  @Test
  @Tag("C-96")
  @Tag("C-100")
  void a_secret_edited_before_a_late_first_list_is() {
    ObjectNode edited = stage.secret();
    edited.withObject("data").put("a", "Mg==");
    stage.secrets.put(edited);
    wakes.secretChanged(new Change<>(Stage.KEY, null, stored(), Origin.BACKLOG));
    assertWoken(true);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
  }

  @Test
  @Tag("C-96")
  @Tag("C-98")
  void a_secret_deleted_before_a_late_first_list_is() {
    stage.secrets.remove(Stage.KEY);
    wakes.secretsListed(Stage.KEY::equals);
    assertWoken(true);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
  }

  @Test
  void what_a_process_before_this_one_made_is_compared_with_a_late_first_list_too() {
    stage.restart();
    Wakes later = stage.wakes();
    later.of(stage.watched);
    later.secretsListed(key -> true);
    assertWoken(false);
    later.sealedSecretChanged(change(null, object()));
    assertWoken(true);
    later.secretChanged(new Change<>(Stage.KEY, null, stored(), Origin.BACKLOG));
    assertWoken(false);
    stage.secrets.put(stage.secret());
    later.secretChanged(new Change<>(Stage.KEY, null, stored(), Origin.BACKLOG));
    assertWoken(true);
  }

  @Test
  void the_first_list_wakes_nothing_of_which_nothing_was_made() {
    stage.apply(sealedSecret().text("a", "***"));
    stage.handle();
    wakes.secretsListed(key -> true);
    wakes.secretChanged(new Change<>(Stage.KEY, null, stored(), Origin.BACKLOG));
    assertWoken(false);
  }

  @Test
  @Tag("C-68")
  void another_key_wakes_what_fails() throws InterruptedException {
    wakes.keysChanged();
    assertWoken(false);
    stage.queue.add(Stage.KEY, Priority.NEWS);
    stage.queue.take();
    stage.queue.done(Stage.KEY, Next.retry());
    wakes.keysChanged();
    assertWoken(true);
  }

  private interface Edit {
    void apply(ObjectNode tree);
  }

  private void sealed(SealedSecret before, Edit edit, boolean wakesUp) {
    ObjectNode tree = before.toTree();
    edit.apply(tree);
    wakes.sealedSecretChanged(change(before, SealedSecret.of(tree)));
    assertWoken(wakesUp);
  }

  private void assertWoken(boolean expected) {
    assertEquals(expected ? 1 : 0, stage.queue.sizes().ready());
    if (expected) {
      try {
        assertEquals(Optional.of(Stage.KEY), stage.queue.take());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      stage.queue.done(Stage.KEY, Next.done());
    }
  }

  private SealedSecret object() {
    return SealedSecret.of(stage.sealedSecrets.peek(Stage.KEY));
  }

  private SecretRecord stored() {
    return SecretRecord.of(stage.secret());
  }

  private static <T> Change<T> change(@Nullable T before, @Nullable T after) {
    return new Change<>(Stage.KEY, before, after, Origin.NEWS);
  }

  private static ObjectNode foreign() {
    ObjectNode foreign = Json.object().put("apiVersion", "v1").put("kind", "Secret");
    foreign.withObject("metadata").put("namespace", "team-a").put("name", "creds");
    return foreign;
  }
}
