package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.queue.Next;
import dev.signet.crds.Json;
import dev.signet.crypto.Scope.ClusterWide;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class ReconcilerTest {
  private static final String UNSEALED = "Normal Unsealed SealedSecret unsealed successfully";
  private static final String FOREIGN =
      "Resource \"creds\" already exists and is not managed by SealedSecret";

  private final Stage stage = Stage.usual();

  @Test
  @Tag("C-72")
  @Tag("C-74")
  @Tag("C-141")
  @Tag("C-168")
  @Tag("C-236")
  void a_new_object_costs_one_read_and_two_writes() {
    stage.apply(sealedSecret().item("a", "1"));
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("sealed get", "sealed status", "secret create"), stage.requests());
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals("True", stage.synced());
    assertEquals(List.of(UNSEALED), stage.takeEvents());
    assertEquals(1, stage.counts.handlings);
    assertEquals(Map.of("team-a/creds", true), stage.counts.synced);
  }

  @Test
  @Tag("C-73")
  void the_secret_is_owned_by_the_object_and_nothing_else() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    assertEquals(
        "[{\"apiVersion\":\"bitnami.com/v1alpha1\",\"kind\":\"SealedSecret\",\"name\":\"creds\","
            + "\"uid\":\"uid-sealed\",\"controller\":true}]",
        stage.secret().path("metadata").path("ownerReferences").toString());
  }

  @Test
  @Tag("C-81")
  void a_change_of_the_object_makes_the_secret_what_it_says() {
    stage.apply(sealedSecret().item("a", "1").templateLabel("x", "1"));
    stage.handle();
    stage.apply(sealedSecret().item("b", "2").templateLabel("y", "1"));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("b", "2"), stage.data());
    assertEquals("{\"y\":\"1\"}", stage.secret().path("metadata").path("labels").toString());
    assertEquals(List.of(UNSEALED, UNSEALED), stage.takeEvents());
  }

  @Test
  @Tag("C-83")
  @Tag("C-98")
  @Tag("C-185")
  @Tag("C-192")
  void a_stranger_is_left_alone_until_it_goes() {
    stage.secrets.put(foreign());
    stage.apply(sealedSecret().item("a", "1"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Map.of("mine", "keep"), stage.data());
    assertEquals("False NotOwned failed update: " + FOREIGN, stage.synced());
    assertEquals(List.of("Warning ErrUpdateFailed " + FOREIGN), stage.takeEvents());
    assertEquals(List.of("UNMANAGED team-a"), stage.counts.errors);
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
    assertEquals(List.of(UNSEALED), stage.takeEvents());
  }

  @Test
  @Tag("C-84")
  @Tag("C-99")
  void a_stranger_annotated_managed_is_taken_over() {
    ObjectNode managed = foreign();
    managed
        .withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/managed", "true");
    stage.secrets.put(managed);
    stage.apply(sealedSecret().item("a", "1"));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
    assertTrue(stage.secret().path("metadata").path("annotations").isMissingNode());
  }

  /** Owned, it would be deleted together with the SealedSecret. */
  @Test
  @Tag("C-85")
  @Tag("C-186")
  void a_template_does_not_make_its_own_what_it_may_only_add_to() {
    ObjectNode patched = foreign();
    patched
        .withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/patch", "true");
    stage.secrets.put(patched);
    stage.apply(
        sealedSecret()
            .item("a", "1")
            .templateAnnotation("note", "n")
            .templateAnnotation("sealedsecrets.bitnami.com/managed", "true")
            .templateAnnotation("sealedsecrets.bitnami.com/patch", "false"));
    assertEquals(Next.done(), stage.handle());
    stage.restart();
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1", "mine", "keep"), stage.data());
    assertEquals(
        Json.object().put("note", "n").put("sealedsecrets.bitnami.com/patch", "true"),
        stage.secret().path("metadata").path("annotations"));
    assertTrue(stage.secret().path("metadata").path("ownerReferences").isMissingNode());
  }

  @Test
  @Tag("C-91")
  void a_secret_without_owner_is_a_success_until_it_is_to_change() {
    String skip = "sealedsecrets.bitnami.com/skip-set-owner-references";
    stage.apply(sealedSecret().item("a", "1").templateAnnotation(skip, "true"));
    assertEquals(Next.done(), stage.handle());
    stage.restart();
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
    stage.apply(sealedSecret().item("a", "2").templateAnnotation(skip, "true"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals("False NotOwned failed update: " + FOREIGN, stage.synced());
  }

  /** One that lost its watch while the object was replaced never learns that it went. */
  @Test
  @Tag("C-95")
  void the_secret_of_an_earlier_object_that_no_collector_comes_for_is_taken_over() {
    stage.apply(sealedSecret().uid("uid-old").item("a", "old"));
    stage.handle();
    stage.sealedSecrets.remove(Stage.KEY);
    stage.apply(sealedSecret().uid("uid-new").created("2026-03-01T12:00:00Z").item("a", "new"));
    assertEquals(Next.retry(), stage.handle());
    stage.pass(Duration.ofSeconds(14));
    stage.restart();
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Map.of("a", "old"), stage.data());
    stage.pass(Duration.ofSeconds(1));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "new"), stage.data());
    assertEquals("True", stage.synced());
    stage.restart();
    assertEquals(Next.done(), stage.handle());
  }

  @Test
  @Tag("C-95")
  @Tag("C-228")
  void the_secret_of_an_earlier_object_is_waited_for_in_silence_first() {
    stage.apply(sealedSecret().uid("uid-old").item("a", "old"));
    stage.handle();
    stage.sealedSecrets.remove(Stage.KEY);
    stage.apply(sealedSecret().uid("uid-new").created("2026-03-01T12:00:00Z").item("a", "new"));
    stage.takeEvents();
    assertEquals(Next.retry(), stage.handle());
    assertEquals("none  ", stage.synced());
    assertEquals(List.of(), stage.takeEvents());
    stage.pass(Duration.ofMillis(700));
    assertEquals(Next.retry(), stage.handle());
    assertEquals("False StaleOwner failed update: " + FOREIGN, stage.synced());
    assertEquals(List.of("Warning ErrUpdateFailed " + FOREIGN), stage.takeEvents());
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "new"), stage.data());
    assertEquals("True", stage.synced());
  }

  @Test
  @Tag("C-80")
  @Tag("C-103")
  @Tag("C-232")
  void what_is_immutable_is_refused_in_words_that_help() {
    stage.apply(sealedSecret().item("a", "1").immutable());
    stage.handle();
    assertTrue(stage.secret().path("immutable").booleanValue(false));
    stage.takeEvents();
    stage.apply(sealedSecret().item("a", "2").immutable());
    assertEquals(Next.retry(), stage.handle());
    String words = Refusals.immutable(wanted()).cause().words();
    assertEquals("False Immutable " + words, stage.synced());
    assertEquals(List.of("Warning ErrUpdateFailed " + words), stage.takeEvents());
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "2"), stage.data());
  }

  @Test
  @Tag("C-80")
  void immutability_is_turned_on_later() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.apply(sealedSecret().item("a", "2").immutable());
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "2"), stage.data());
    assertTrue(stage.secret().path("immutable").booleanValue(false));
  }

  @Test
  @Tag("C-79")
  @Tag("C-88")
  @Tag("C-104")
  void a_type_changes_only_with_a_new_secret() {
    stage.apply(sealedSecret().item("a", "1").type("example.com/x"));
    stage.handle();
    stage.apply(sealedSecret().item("a", "2"));
    assertEquals(Next.done(), stage.handle());
    assertEquals("example.com/x", stage.secret().path("type").stringValue(""));
    stage.apply(sealedSecret().item("a", "2").type("Opaque"));
    assertEquals(Next.retry(), stage.handle());
    assertTrue(stage.synced().startsWith("False TypeChange Secret \"creds\" is invalid: type: "));
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals("Opaque", stage.secret().path("type").stringValue(""));
  }

  @Test
  @Tag("C-102")
  void a_scope_annotation_added_later_is_acted_on() {
    String wide = "sealedsecrets.bitnami.com/cluster-wide";
    String sealed = SomeKeys.seal(SomeKeys.A, new ClusterWide(), "1");
    stage.apply(sealedSecret().text("a", sealed));
    assertEquals(Next.retry(), stage.handle());
    stage.apply(sealedSecret().text("a", sealed).annotation(wide, "true"));
    assertEquals(Next.done(), stage.handle());
    stage.apply(sealedSecret().text("a", sealed));
    assertEquals(Next.retry(), stage.handle());
    stage.apply(sealedSecret().text("a", sealed).annotation(wide, "true"));
    assertEquals(Next.done(), stage.handle());
    assertEquals("True", stage.synced());
  }

  @Test
  @Tag("C-94")
  void an_object_that_is_being_deleted_is_handled_as_ever() {
    SealedSecretBuilder object = sealedSecret().item("a", "1");
    ObjectNode deleting = object.tree();
    deleting.withObject("metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
    stage.sealedSecrets.put(deleting);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
  }

  @Test
  @Tag("C-93")
  void of_an_object_that_is_gone_nothing_is_left_but_what_the_collector_takes() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.requests();
    stage.sealedSecrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of(), stage.requests());
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals(Map.of(), stage.counts.synced);
    assertEquals(2, stage.counts.handlings);
  }

  private static Wanted wanted() {
    return assertInstanceOf(Unsealing.Opened.class, unsealed()).wanted();
  }

  private static Unsealing unsealed() {
    try {
      return new Unsealer(DeprecatedData.accepted(), new Turns(1), SomeKeys.templates())
          .unseal(sealedSecret().build(), SomeKeys.ring(SomeKeys.A));
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
