package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.crds.SealedSecret;
import dev.signet.crds.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Argo CD and Flux make of our statuses, by the rules they publish. */
@Tag("C-226")
@Tag("C-227")
@Tag("C-228")
@Tag("C-229")
@Tag("C-230")
final class HealthChecksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** What Flux says of an object that fails so; Argo CD says Degraded of all. */
  private static final Map<Reason, String> FLUX = new EnumMap<>(Reason.class);

  static {
    for (Reason reason : Reason.values()) {
      FLUX.put(reason, "Failed");
    }
    for (Reason curedFromOutside :
        new Reason[] {
          Reason.NO_KEY_FITS,
          Reason.NOT_OWNED,
          Reason.STALE_OWNER,
          Reason.IMMUTABLE,
          Reason.TYPE_CHANGE,
          Reason.FORBIDDEN,
          Reason.SERVER_ERROR
        }) {
      FLUX.put(curedFromOutside, "InProgress");
    }
  }

  @Test
  void success_is_healthy_and_current() {
    ObjectNode object = with(Verdicts.success(object(), null));
    assertEquals("Healthy", argo(object));
    assertEquals("Current", flux(object));
  }

  @TestFactory
  Stream<DynamicTest> failures() {
    return Stream.of(Reason.values())
        .map(
            reason ->
                dynamicTest(
                    reason.word(),
                    () -> {
                      ObjectNode object =
                          with(Verdicts.failure(object(), Cause.of(reason, "words")));
                      String status =
                          reason.step() == Counts.Step.UNMANAGED ? "failed update: " : "";
                      assertEquals("Degraded: " + status + "words", argo(object), reason.word());
                      assertEquals(FLUX.get(reason), flux(object), reason.word());
                    }));
  }

  @Test
  void an_object_that_nobody_has_looked_at_is_on_its_way() {
    assertEquals("Progressing: Waiting for Sealed Secret to be decrypted", argo(object().toTree()));
    assertEquals("Current", flux(object().toTree()));
  }

  @Test
  void a_change_that_is_not_handled_yet_keeps_flux_waiting_and_no_longer() {
    ObjectNode changed = with(Verdicts.success(object(), null));
    changed.withObject("metadata").put("generation", 2);
    assertEquals("InProgress", flux(changed));
    SealedSecret current = SealedSecret.of(changed);
    ObjectNode failed =
        current
            .withStatus(Verdicts.failure(current, Cause.of(Reason.REFUSED, "words")), NOW)
            .orElseThrow();
    assertEquals("Failed", flux(failed));
    SealedSecret again = SealedSecret.of(failed);
    assertEquals(
        "Current", flux(again.withStatus(Verdicts.success(again, null), NOW).orElseThrow()));
  }

  @Test
  void an_object_that_is_being_deleted_is_terminating() {
    ObjectNode deleting = with(Verdicts.success(object(), null));
    deleting.withObject("metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
    assertEquals("Terminating", flux(deleting));
  }

  /** The script that Argo CD has shipped for years: the first condition of type Synced decides. */
  private static String argo(JsonNode object) {
    for (JsonNode condition : object.path("status").path("conditions").values()) {
      if (condition.path("type").stringValue("").equals("Synced")) {
        switch (condition.path("status").stringValue("")) {
          case "False" -> {
            return "Degraded: " + condition.path("message").stringValue("");
          }
          case "True" -> {
            return "Healthy";
          }
          default -> {}
        }
      }
    }
    return "Progressing: Waiting for Sealed Secret to be decrypted";
  }

  /** The generic rules of sigs.k8s.io/cli-utils' kstatus. */
  private static String flux(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    JsonNode status = object.path("status");
    if (metadata.has("deletionTimestamp")) {
      return "Terminating";
    }
    if (status.has("observedGeneration")
        && status.path("observedGeneration").asLong(0) != metadata.path("generation").asLong(0)) {
      return "InProgress";
    }
    Map<String, String> conditions = new HashMap<>();
    status
        .path("conditions")
        .values()
        .forEach(
            it ->
                conditions.put(it.path("type").stringValue(""), it.path("status").stringValue("")));
    if ("True".equals(conditions.get("Stalled"))) {
      return "Failed";
    }
    if ("True".equals(conditions.get("Reconciling"))) {
      return "InProgress";
    }
    return conditions.getOrDefault("Ready", "True").equals("True") ? "Current" : "InProgress";
  }

  private static SealedSecret object() {
    return sealedSecret().build();
  }

  private static ObjectNode with(Verdict verdict) {
    return object().withStatus(verdict, NOW).orElseThrow();
  }
}
