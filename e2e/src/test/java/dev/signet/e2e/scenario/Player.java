package dev.signet.e2e.scenario;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Cluster.Answer;
import dev.signet.e2e.cluster.Definition;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.scenario.Step.Reference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what the steps of one scenario say. */
final class Player {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Scenario scenario;
  private final Namespace namespace;
  private final Normal normal;

  /** Uid of the Secret as it was before the step before; empty if there was none. */
  private String uidBefore = "";

  Player(Scenario scenario, Namespace namespace, Normal normal) {
    this.scenario = scenario;
    this.namespace = namespace;
    this.normal = normal;
  }

  /** One step other than an expect. */
  void play(Step step) {
    if (!(step instanceof Step.UntilGone)) {
      uidBefore = find(new Reference("Secret", scenario.name())).map(Player::uid).orElse("");
    }
    switch (step) {
      case Step.Apply(String file) -> scenario.documents(file).forEach(this::apply);
      case Step.Delete(Reference object) -> request("DELETE", object, null);
      case Step.Patch(Reference object, JsonNode merge) -> request("PATCH", object, merge);
      case Step.UntilGone(Reference object) ->
          Await.until(object + " is gone", PATIENCE, () -> find(object), this::isGone);
      case Step.Sleep(Duration time) -> Await.pause(time);
      case Step.GarbageCollector(boolean runs) -> collect(runs);
      case Step.Crd(boolean loose) -> define(loose);
      case Step.AddOwner(Reference owner) -> addOwner(owner);
      case Step.Expect expect -> throw new IllegalArgumentException("no step to play: " + expect);
    }
  }

  /** Makes the object, or replaces the one that is there; again while others write to it. */
  private void apply(ObjectNode document) {
    Kind kind = Kind.named(document.path("kind").asString());
    String name = document.at("/metadata/name").asString();
    Await.until(
        name + " is applied",
        PATIENCE,
        () -> applyOnce(kind, name, document.deepCopy()),
        Answer::ok);
  }

  private Answer applyOnce(Kind kind, String name, ObjectNode document) {
    Optional<JsonNode> stored = cluster().get(kind, namespace.name(), name);
    if (stored.isPresent()) {
      document
          .withObject("metadata")
          .set("resourceVersion", stored.get().at("/metadata/resourceVersion"));
      return cluster().send("PUT", kind.in(namespace.name(), name), document);
    }
    Answer made = cluster().send("POST", kind.in(namespace.name()), document);
    if (made.ok()) {
      born(made.body());
    }
    return made;
  }

  private void born(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    normal.born(
        object.path("kind").asString(),
        metadata.path("name").asString(),
        metadata.path("uid").asString());
  }

  private Optional<JsonNode> find(Reference object) {
    return cluster().get(Kind.named(object.kind()), namespace.name(), object.name());
  }

  /** The next one may be there at once. */
  private boolean isGone(Optional<JsonNode> object) {
    return object.filter(it -> uid(it).equals(uidBefore)).isEmpty();
  }

  private static String uid(JsonNode object) {
    return object.at("/metadata/uid").asString();
  }

  private void request(String method, Reference object, @Nullable JsonNode body) {
    String path = Kind.named(object.kind()).in(namespace.name(), object.name());
    Answer answer = cluster().send(method, path, body);
    if (!answer.ok()) {
      throw new AssertionError(method + " " + object + ": " + answer);
    }
  }

  private static void collect(boolean runs) {
    Testbed testbed =
        Testbed.current()
            .orElseThrow(
                () -> new AssertionError("this scenario needs the testbed to stop its collector"));
    if (runs) {
      testbed.goOnCollecting();
    } else {
      testbed.stopCollecting();
    }
  }

  private void define(boolean loose) {
    if (loose) {
      Definition.loosen(cluster());
    } else {
      Definition.tighten(cluster());
    }
  }

  private void addOwner(Reference owner) {
    ObjectNode object = Json.tree(Map.of("metadata", Map.of("name", owner.name())));
    Kind kind = Kind.named(owner.kind());
    JsonNode made = cluster().send("POST", kind.in(namespace.name()), object).body();
    born(made);
    String path = Kind.SECRET.in(namespace.name(), scenario.name());
    ObjectNode secret = (ObjectNode) cluster().get(path).orElseThrow();
    secret
        .withObject("metadata")
        .withArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", owner.kind())
        .put("name", owner.name())
        .put("uid", made.at("/metadata/uid").asString());
    Answer answer = cluster().send("PUT", path, secret);
    if (!answer.ok()) {
      throw new AssertionError("the owner was not added: " + answer);
    }
  }

  private Cluster cluster() {
    return namespace.cluster();
  }
}
