package dev.signet.e2e.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.e2e.cluster.Cluster.Answer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A namespace of one test, with the questions that tests ask about it. */
public record Namespace(Cluster cluster, String name) {
  /** What a busy machine of two cores may need; the time itself is measured where it matters. */
  private static final Duration SOON = Duration.ofSeconds(60);

  public void apply(String manifest) {
    Command.of(Cluster.words("apply", "-n", name, "-f", "-")).input(manifest).out();
  }

  /** Makes an object without a program. */
  public JsonNode create(Kind kind, JsonNode object) {
    Answer answer = cluster.send("POST", kind.in(name), object);
    if (!answer.ok()) {
      throw new AssertionError("not made: " + answer);
    }
    return answer.body();
  }

  public void merge(Kind kind, String object, String patch) {
    Answer answer = cluster.send("PATCH", kind.in(name, object), Json.read(patch));
    if (!answer.ok()) {
      throw new AssertionError("not patched: " + answer);
    }
  }

  public String kubectl(String... arguments) {
    return cluster.kubectl(
        Stream.concat(Stream.of("-n", name), Stream.of(arguments)).toArray(String[]::new));
  }

  public Optional<JsonNode> secret(String secret) {
    return cluster.get(Kind.SECRET, name, secret);
  }

  public Optional<JsonNode> sealedSecret(String sealed) {
    return cluster.get(Kind.SEALED_SECRET, name, sealed);
  }

  /** Those about one SealedSecret. */
  public List<JsonNode> events(String sealed) {
    return cluster.list(Kind.EVENT, name).stream()
        .filter(it -> it.at("/involvedObject/name").asString("").equals(sealed))
        .toList();
  }

  /** Waits until the Secret holds just these items, each byte a character. */
  public JsonNode awaitSecret(String secret, Map<String, String> items) {
    return Await.until(
            "Secret %s/%s with %s".formatted(name, secret, items),
            SOON,
            () -> secret(secret),
            it -> it.isPresent() && items(it.get()).equals(items))
        .orElseThrow();
  }

  public void awaitNoSecret(String secret) {
    Await.until(
        "Secret %s/%s is gone".formatted(name, secret),
        Duration.ofSeconds(60),
        () -> secret(secret),
        Optional::isEmpty);
  }

  /** Waits until the newest generation was handled, and ended so. */
  public JsonNode awaitSynced(String sealed, String status) {
    JsonNode object =
        Await.until(
                "SealedSecret %s/%s is Synced=%s".formatted(name, sealed, status),
                SOON,
                () -> sealedSecret(sealed),
                it -> it.isPresent() && synced(it.get()).equals(status) && isObserved(it.get()))
            .orElseThrow();
    return object.at("/status/conditions/0");
  }

  public JsonNode awaitEvent(String sealed, String reason) {
    return Await.until(
            "Event %s about %s/%s".formatted(reason, name, sealed),
            SOON,
            () -> events(sealed),
            it -> it.stream().anyMatch(event -> event.path("reason").asString("").equals(reason)))
        .stream()
        .filter(event -> event.path("reason").asString("").equals(reason))
        .findFirst()
        .orElseThrow();
  }

  /** The items of a Secret, each byte a character, so that binary ones compare too. */
  public static Map<String, String> items(JsonNode secret) {
    Map<String, String> items = new TreeMap<>();
    for (var item : secret.path("data").properties()) {
      byte[] bytes = Base64.getDecoder().decode(item.getValue().asString());
      items.put(item.getKey(), new String(bytes, ISO_8859_1));
    }
    return items;
  }

  public static String synced(JsonNode sealedSecret) {
    return sealedSecret.at("/status/conditions/0/status").asString("none");
  }

  private static boolean isObserved(JsonNode sealedSecret) {
    return sealedSecret.at("/status/observedGeneration").asLong(-1)
        == sealedSecret.at("/metadata/generation").asLong(-2);
  }

  /** Begins to; one that is going already, or has gone, is left to that. */
  public void delete() {
    Answer answer = cluster.send("DELETE", "/api/v1/namespaces/" + name, null);
    if (!answer.ok() && answer.status() != 404 && answer.status() != 409) {
      throw new AssertionError("not deleted: " + answer);
    }
  }
}
