package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.queue.Next;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What was settled once: left in peace, known again, repaired. */
final class SettledTest {
  private static final String UNSEALED = "Normal Unsealed SealedSecret unsealed successfully";
  private final Stage stage = Stage.usual();

  @Test
  @Tag("C-108")
  void a_settled_object_costs_nothing_also_after_a_restart() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.requests();
    stage.takeEvents();
    assertEquals(Next.done(), stage.handle());
    stage.restart();
    stage.keys(SomeKeys.ring());
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of(), stage.requests());
    assertEquals(List.of(), stage.takeEvents());
    assertEquals(1, stage.counts.handlings);
    assertEquals(Map.of("team-a/creds", true), stage.counts.synced);
    SealedSecret lighter = stage.watched.lightened(Stage.KEY).orElseThrow();
    assertTrue(lighter.toTree().path("spec").path("encryptedData").isMissingNode());
  }

  @Test
  @Tag("C-77")
  void what_a_template_asks_for_in_vain_is_said_once() {
    SealedSecretBuilder odd = sealedSecret().item("a", "1");
    odd.template().withObject("metadata").put("generateName", "g-").putArray("finalizers").add("f");
    stage.apply(odd);
    stage.handle();
    stage.handle();
    stage.restart();
    stage.handle();
    stage.secrets.remove(Stage.KEY);
    stage.handle();
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals(1, stage.log().split("ignored=finalizers,generateName", -1).length - 1);
  }

  @Test
  @Tag("C-18")
  @Tag("C-108")
  void without_a_watch_of_secrets_a_restart_costs_one_read() {
    stage.withoutWatchOfSecrets().apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.requests();
    stage.restart();
    stage.withoutWatchOfSecrets();
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("secret get"), stage.requests());
  }

  @Test
  @Tag("C-82")
  void a_secret_of_which_only_the_version_moved_is_known_again() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.secrets.put(stage.secret());
    stage.requests();
    stage.keys(SomeKeys.ring());
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("secret get"), stage.requests());
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of(), stage.requests());
  }

  @Test
  @Tag("C-82")
  @Tag("C-136")
  void a_new_ciphertext_of_the_same_value_is_observed_and_no_more() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.takeEvents();
    String version = stage.secret().path("metadata").path("resourceVersion").stringValue("");
    stage.apply(sealedSecret().item("a", "1").item("b", "2"));
    stage.handle();
    stage.takeEvents();
    stage.apply(sealedSecret().item("b", "2").item("a", "1").label("x", "y").type("Opaque"));
    stage.requests();
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("sealed get", "sealed status", "secret get"), stage.requests());
    assertEquals(3, stage.status().path("observedGeneration").intValue(0));
    assertEquals(List.of(), stage.takeEvents());
    assertTrue(
        !version.equals(stage.secret().path("metadata").path("resourceVersion").stringValue("")));
  }

  @Test
  @Tag("C-100")
  void what_somebody_changed_by_hand_is_repaired_and_told_by_name() {
    stage.apply(sealedSecret().item("a", "SECRET-VALUE-1").item("b", "2"));
    stage.handle();
    stage.takeEvents();
    ObjectNode edited = stage.secret();
    edited.withObject("data").put("a", "SEFORC1NQURF").put("hand", "SEFORC1NQURF");
    edited.withObject("metadata").withObject("labels").put("hand", "made");
    edited.withObject("metadata").withObject("annotations").put("hand", "made");
    stage.secrets.put(edited);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "SECRET-VALUE-1", "b", "2"), stage.data());
    assertEquals(
        List.of(
            "Normal Repaired Secret was changed by others and is repaired: items a, hand; labels"
                + " hand; annotations hand"),
        stage.takeEvents());
    assertTrue(!stage.log().contains("SECRET-VALUE-1"));
  }

  @Test
  @Tag("C-96")
  void a_secret_deleted_by_hand_is_created_again() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.takeEvents();
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "1"), stage.data());
    assertEquals(List.of(UNSEALED), stage.takeEvents());
  }

  @Test
  void whoever_keeps_changing_a_secret_is_answered_ever_more_slowly() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    for (int edit = 0; edit < 3; edit++) {
      stage.secrets.remove(Stage.KEY);
      assertEquals(Next.done(), stage.handle());
    }
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.after(Duration.ofSeconds(1)), stage.handle());
    stage.pass(Duration.ofSeconds(1));
    assertEquals(Next.done(), stage.handle());
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.after(Duration.ofSeconds(2)), stage.handle());
    stage.apply(sealedSecret().item("a", "2"));
    assertEquals(Next.done(), stage.handle());
    assertEquals(Map.of("a", "2"), stage.data());
  }
}
