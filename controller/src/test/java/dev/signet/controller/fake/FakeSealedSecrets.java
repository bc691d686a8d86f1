package dev.signet.controller.fake;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.SealedSecrets;
import dev.signet.crds.SealedSecret;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** SealedSecrets with a status of their own. */
public final class FakeSealedSecrets implements SealedSecrets {
  private final FakeStore store = new FakeStore();
  private boolean keepsUnknownStatus = true;

  /** As a schema from before our own status field. */
  public void dropUnknownStatus() {
    keepsUnknownStatus = false;
  }

  /** The next requests with this verb ({@code get, status}) fail so. */
  public void plan(String verb, ApiError... errors) {
    store.plan(verb, errors);
  }

  public List<String> requests() {
    return store.requests();
  }

  /** Applied by somebody; another spec moves the generation. */
  public SealedSecret put(ObjectNode object) {
    ObjectNode fresh = object.deepCopy();
    ObjectNode metadata = fresh.withObject("metadata");
    Optional<ObjectNode> before = store.peek(FakeStore.key(object));
    if (before.isPresent()) {
      ObjectNode old = before.get();
      long generation = old.path("metadata").path("generation").asLong(0);
      boolean same = old.path("spec").equals(fresh.path("spec"));
      metadata.put("generation", same ? generation : generation + 1);
      metadata.set("uid", old.path("metadata").path("uid"));
      if (old.has("status")) {
        fresh.set("status", old.path("status"));
      }
    } else {
      metadata.put("generation", 1);
    }
    return SealedSecret.of(store.put(fresh));
  }

  public void remove(ObjectKey key) {
    store.remove(key);
  }

  public ObjectNode peek(ObjectKey key) {
    return store.peek(key).orElseThrow();
  }

  @Override
  public Outcome<SealedSecret> get(ObjectKey key) {
    return store.get("get", key).map(SealedSecret::of);
  }

  /** A watch that is never late. */
  public FakeInformer<SealedSecret> watch() {
    return new FakeInformer<>(
        () -> store.all().stream().map(SealedSecret::of).toList(),
        it -> new ObjectKey(it.namespace(), it.name()));
  }

  @Override
  public Outcome<SealedSecret> replaceStatus(ObjectNode sealedSecret) {
    ObjectKey key = FakeStore.key(sealedSecret);
    Optional<ApiError> error = store.asked("status", key).or(() -> store.refusal(sealedSecret));
    if (error.isPresent()) {
      return new Outcome.Failed<>(error.get());
    }
    ObjectNode stored = store.peek(key).orElseThrow();
    stored.set("status", sealedSecret.path("status").deepCopy());
    if (!keepsUnknownStatus) {
      stored.withObject("status").remove("signet");
    }
    return new Outcome.Ok<>(SealedSecret.of(store.put(stored)));
  }
}
