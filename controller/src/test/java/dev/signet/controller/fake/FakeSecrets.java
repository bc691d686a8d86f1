package dev.signet.controller.fake;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.Secrets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Secrets by the API server's rules: types and immutable data do not change. */
public final class FakeSecrets implements Secrets {
  private final FakeStore store = new FakeStore();
  private int generatedNames;
  private boolean losesAnswer;

  /** What is created is stored, and nobody hears of it. */
  public void loseAnswers() {
    losesAnswer = true;
  }

  /** The next requests with this verb ({@code get, list, create, replace, delete}) fail so. */
  public void plan(String verb, ApiError... errors) {
    store.plan(verb, errors);
  }

  public List<String> requests() {
    return store.requests();
  }

  /** Stored by somebody else. */
  public ObjectNode put(ObjectNode secret) {
    return store.put(withType(secret));
  }

  public void remove(ObjectKey key) {
    store.remove(key);
  }

  public Optional<ObjectNode> peek(ObjectKey key) {
    return store.peek(key);
  }

  public List<ObjectNode> all() {
    return store.all();
  }

  /** A watch that is never late. */
  public FakeInformer<SecretRecord> watch() {
    return new FakeInformer<>(
        () -> store.all().stream().map(SecretRecord::of).toList(), SecretRecord::key);
  }

  @Override
  public Outcome<ObjectNode> get(ObjectKey key) {
    return store.get("get", key);
  }

  @Override
  public Outcome<List<ObjectNode>> list(String namespace, String labelSelector) {
    Optional<ApiError> error = store.asked("list", new ObjectKey(namespace, labelSelector));
    if (error.isPresent()) {
      return new Outcome.Failed<>(error.get());
    }
    String[] label = labelSelector.split("=", 2);
    return new Outcome.Ok<>(
        store.all().stream()
            .filter(it -> FakeStore.key(it).namespace().equals(namespace))
            .filter(
                it ->
                    it.path("metadata")
                        .path("labels")
                        .path(label[0])
                        .stringValue("")
                        .equals(label[1]))
            .toList());
  }

  @Override
  public Outcome<ObjectNode> create(ObjectNode secret) {
    ObjectNode named = named(secret);
    ObjectKey key = FakeStore.key(named);
    Optional<ApiError> error = store.asked("create", key);
    if (error.isPresent()) {
      return new Outcome.Failed<>(error.get());
    }
    if (store.peek(key).isPresent()) {
      return new Outcome.Failed<>(new ApiError.AlreadyExists(key + " already exists"));
    }
    ObjectNode stored = put(named);
    return losesAnswer
        ? new Outcome.Failed<>(new ApiError.Unreachable("no answer"))
        : new Outcome.Ok<>(stored);
  }

  private ObjectNode named(ObjectNode secret) {
    ObjectNode named = secret.deepCopy();
    ObjectNode metadata = named.withObject("metadata");
    if (!metadata.has("name")) {
      metadata.put(
          "name",
          metadata.path("generateName").stringValue("")
              + "abcd%s".formatted((char) ('a' + generatedNames++)));
    }
    return named;
  }

  @Override
  public Outcome<ObjectNode> replace(ObjectNode secret) {
    Optional<ApiError> error =
        store
            .asked("replace", FakeStore.key(secret))
            .or(() -> store.refusal(secret))
            .or(() -> invalid(secret));
    if (error.isPresent()) {
      return new Outcome.Failed<>(error.get());
    }
    return new Outcome.Ok<>(put(secret));
  }

  private Optional<ApiError> invalid(ObjectNode secret) {
    ObjectNode stored = store.peek(FakeStore.key(secret)).orElseThrow();
    if (!stored.path("type").equals(withType(secret).path("type"))) {
      return Optional.of(new ApiError.Invalid("type: field is immutable"));
    }
    boolean changes =
        !stored.path("data").equals(secret.path("data"))
            || !secret.path("immutable").booleanValue(false);
    return stored.path("immutable").booleanValue(false) && changes
        ? Optional.of(new ApiError.Invalid("data: field is immutable when `immutable` is set"))
        : Optional.empty();
  }

  @Override
  public Outcome<ObjectNode> delete(ObjectKey key, String uid) {
    Outcome<ObjectNode> found = store.get("delete", key);
    if (found instanceof Outcome.Ok<ObjectNode>(ObjectNode stored)) {
      if (!stored.path("metadata").path("uid").stringValue("").equals(uid)) {
        return new Outcome.Failed<>(new ApiError.Conflict("another uid"));
      }
      store.remove(key);
    }
    return found;
  }

  private static ObjectNode withType(ObjectNode secret) {
    ObjectNode typed = secret.deepCopy();
    if (typed.path("type").stringValue("").isEmpty()) {
      typed.put("type", "Opaque");
    }
    return typed;
  }
}
