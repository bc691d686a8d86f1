package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.queue.Next;
import dev.signet.controller.reconcile.Rules.Rule;
import dev.signet.crds.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@Tag("C-15")
final class DepartedTest {
  private final Stage stage = new Stage(Rule.UPDATE_STATUS, Rule.DELETE_SECRETS_OF_DELETED);

  @Test
  void the_child_of_an_object_that_is_gone_is_deleted() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.sealedSecrets.remove(Stage.KEY);
    stage.requests();
    assertEquals(Next.done(), stage.handle());
    assertEquals(List.of("sealed get", "secret get", "secret delete"), stage.requests());
    assertEquals(Optional.empty(), stage.secrets.peek(Stage.KEY));
    assertTrue(
        stage
            .log()
            .contains(
                "level=INFO msg=\"SealedSecret has gone, deleting Secret\""
                    + " sealed-secret=team-a/creds"));
  }

  @Test
  void what_was_annotated_managed_is_deleted() {
    ObjectNode managed = foreign();
    managed
        .withObject("metadata")
        .withObject("annotations")
        .put("sealedsecrets.bitnami.com/managed", "true");
    stage.secrets.put(managed);
    stage.handle();
    assertEquals(Optional.empty(), stage.secrets.peek(Stage.KEY));
  }

  @Test
  void a_stranger_of_that_name_stays() {
    stage.secrets.put(foreign());
    assertEquals(Next.done(), stage.handle());
    assertTrue(stage.secrets.peek(Stage.KEY).isPresent());
  }

  @Test
  void an_object_that_only_left_the_selector_keeps_its_secret() {
    stage.apply(sealedSecret().item("a", "1"));
    stage.handle();
    stage.watched.unsync();
    assertEquals(Next.done(), stage.handle());
    assertTrue(stage.secrets.peek(Stage.KEY).isPresent());
  }

  @Test
  void what_cannot_be_asked_now_is_asked_again() {
    stage.secrets.put(foreign());
    stage.sealedSecrets.plan(
        "get", new ApiError.Unreachable("down"), new ApiError.NoSuchPlace("x"));
    assertEquals(Next.retry(), stage.handle());
    assertEquals(Next.retry(), stage.handle());
    stage.secrets.plan("get", new ApiError.ServerError(500, "no"));
    assertEquals(Next.retry(), stage.handle());
    stage.secrets.remove(Stage.KEY);
    assertEquals(Next.done(), stage.handle());
  }

  private static ObjectNode foreign() {
    ObjectNode foreign = Json.object().put("apiVersion", "v1").put("kind", "Secret");
    foreign.withObject("metadata").put("namespace", "team-a").put("name", "creds");
    return foreign;
  }
}
