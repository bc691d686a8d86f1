package dev.signet.crds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a verdict into a status and leaves everything else of it alone. */
final class StatusWriter {
  private final JsonNode old;
  private final String now;

  StatusWriter(JsonNode old, Instant now) {
    this.old = old;
    this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Empty if nothing but times would differ. */
  Optional<ObjectNode> write(Verdict verdict) {
    ObjectNode status = old instanceof ObjectNode object ? object.deepCopy() : Json.object();
    status.set("conditions", conditions(verdict));
    status.put("observedGeneration", verdict.observedGeneration());
    Handled handled = verdict.handled();
    if (handled == null) {
      status.remove(Handled.FIELD);
    } else {
      status.set(Handled.FIELD, merged(old.path(Handled.FIELD), handled.toTree()));
    }
    return timeless(status).equals(timeless(old)) ? Optional.empty() : Optional.of(status);
  }

  private static JsonNode merged(JsonNode old, ObjectNode tree) {
    return old instanceof ObjectNode object ? object.deepCopy().setAll(tree) : tree;
  }

  private ArrayNode conditions(Verdict verdict) {
    Map<String, JsonNode> before = new LinkedHashMap<>();
    ArrayNode others = Json.array();
    for (JsonNode condition : old.path("conditions").values()) {
      String type = condition.path("type").stringValue("");
      if (verdict.owned().contains(type)) {
        before.putIfAbsent(type, condition);
      } else {
        others.add(condition);
      }
    }
    ArrayNode conditions = Json.array();
    verdict.conditions().forEach(it -> conditions.add(condition(before.get(it.type()), it)));
    return conditions.addAll(others);
  }

  private ObjectNode condition(@Nullable JsonNode before, Condition wanted) {
    ObjectNode condition = before instanceof ObjectNode object ? object.deepCopy() : Json.object();
    boolean flips = !condition.path("status").stringValue("").equals(wanted.status());
    if (flips || !condition.path("lastTransitionTime").isString()) {
      condition.put("lastTransitionTime", now);
    }
    condition.put("lastUpdateTime", now);
    putOrRemove(condition, "message", wanted.message());
    putOrRemove(condition, "reason", wanted.reason());
    return condition.put("status", wanted.status()).put("type", wanted.type());
  }

  private static void putOrRemove(ObjectNode node, String field, @Nullable String value) {
    if (value == null) {
      node.remove(field);
    } else {
      node.put(field, value);
    }
  }

  private static JsonNode timeless(JsonNode status) {
    if (!(status instanceof ObjectNode object)) {
      return status;
    }
    ObjectNode copy = object.deepCopy();
    for (JsonNode condition : copy.path("conditions").values()) {
      if (condition instanceof ObjectNode it) {
        it.remove("lastUpdateTime");
        it.remove("lastTransitionTime");
      }
    }
    return copy;
  }
}
