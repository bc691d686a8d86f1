package dev.signet.controller.fake;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects of one type with uids and versions, a log of requests, and planned failures. */
final class FakeStore {
  private final Map<String, ObjectNode> objects = new TreeMap<>();
  private final Map<String, Deque<ApiError>> planned = new TreeMap<>();
  private final List<String> requests = new ArrayList<>();
  private int version = 100;
  private int uids;

  /** The next requests with this verb fail so, one each. */
  void plan(String verb, ApiError... errors) {
    planned.computeIfAbsent(verb, unknown -> new ArrayDeque<>()).addAll(List.of(errors));
  }

  List<String> requests() {
    return requests;
  }

  Optional<ObjectNode> peek(ObjectKey key) {
    return Optional.ofNullable(objects.get(key.toString())).map(ObjectNode::deepCopy);
  }

  List<ObjectNode> all() {
    return objects.values().stream().map(ObjectNode::deepCopy).toList();
  }

  /** Stored as it is, with a new version; what a server fills in is filled in. */
  ObjectNode put(ObjectNode object) {
    ObjectNode stored = object.deepCopy();
    ObjectNode metadata = stored.withObject("metadata");
    if (!metadata.has("uid")) {
      metadata.put("uid", "uid-%d".formatted(++uids));
    }
    if (!metadata.has("creationTimestamp")) {
      metadata.put("creationTimestamp", "2026-01-02T15:04:%02dZ".formatted(uids % 60));
    }
    metadata.put("resourceVersion", String.valueOf(++version));
    objects.put(key(stored).toString(), stored);
    return stored.deepCopy();
  }

  void remove(ObjectKey key) {
    objects.remove(key.toString());
  }

  /** The failure planned for this request, if any; it is logged in any case. */
  Optional<ApiError> asked(String verb, ObjectKey key) {
    requests.add(verb + " " + key);
    Deque<ApiError> errors = planned.getOrDefault(verb, new ArrayDeque<>());
    return Optional.ofNullable(errors.poll());
  }

  Outcome<ObjectNode> get(String verb, ObjectKey key) {
    Optional<ApiError> error = asked(verb, key);
    if (error.isPresent()) {
      return new Outcome.Failed<>(error.get());
    }
    return peek(key)
        .<Outcome<ObjectNode>>map(Outcome.Ok::new)
        .orElseGet(() -> new Outcome.Failed<>(new ApiError.NotFound(key + " not found")));
  }

  /** Why a write on this object is refused, by the rules of all objects. */
  Optional<ApiError> refusal(ObjectNode body) {
    Optional<ObjectNode> stored = peek(key(body));
    if (stored.isEmpty()) {
      return Optional.of(new ApiError.NotFound(key(body) + " not found"));
    }
    String from = body.path("metadata").path("resourceVersion").stringValue("");
    String now = stored.get().path("metadata").path("resourceVersion").stringValue("");
    return from.isEmpty() || from.equals(now)
        ? Optional.empty()
        : Optional.of(new ApiError.Conflict("the object has been modified"));
  }

  static ObjectKey key(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return new ObjectKey(
        metadata.path("namespace").stringValue(""), metadata.path("name").stringValue(""));
  }
}
