package dev.signet.e2e.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Namespace;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an {@code ours.json} wants at one expect, held against what is seen. */
final class Wish {
  private final JsonNode wanted;
  private final Snapshot seen;
  private final Supplier<String> log;
  private final List<String> differences = new ArrayList<>();

  Wish(JsonNode wanted, Snapshot seen, Supplier<String> log) {
    this.wanted = wanted;
    this.seen = seen;
    this.log = log;
  }

  List<String> differences() {
    JsonNode secret = seen.secret().orElse(Json.object());
    for (var wish : wanted.properties()) {
      JsonNode value = wish.getValue();
      switch (wish.getKey()) {
        case "synced" -> synced(value.asString());
        case "absent" -> check("absent", value.asBoolean(), seen.secret().isEmpty());
        case "owned" -> check("owned", value.asBoolean(), isOwned(secret));
        case "type" -> check("type", value, secret.path("type"));
        case "immutable" -> check("immutable", value, secret.path("immutable"));
        case "data" -> check("data", value, texts(secret));
        case "finalizers" -> check("finalizers", "[]", list(secret.at("/metadata/finalizers")));
        case "generateName" ->
            check("generateName", true, secret.at("/metadata/generateName").isMissingNode());
        case "messageContains" -> strings(value).forEach(this::isInMessage);
        case "nowhere" -> strings(value).forEach(this::isNowhere);
        case "successes" -> check("successes", value.asInt(), successes());
        case "note" -> {}
        default -> throw new IllegalArgumentException("nobody compares: " + wish.getKey());
      }
    }
    return differences;
  }

  /** The condition, and an Event beside it that says the same. */
  private void synced(String status) {
    JsonNode object = seen.sealedSecret().orElse(Json.object());
    check("synced", status, Namespace.synced(object));
    check("generation", object.at("/metadata/generation"), object.at("/status/observedGeneration"));
    boolean told = status.equals("True") ? successes() > 0 : seen.failures().findAny().isPresent();
    check("an Event says so", true, told);
  }

  private int successes() {
    return seen.events().stream()
        .filter(it -> it.path("reason").asString("").equals("Unsealed"))
        .mapToInt(it -> it.path("count").asInt(1))
        .sum();
  }

  private boolean isOwned(JsonNode secret) {
    String uid = seen.sealedSecret().map(it -> it.at("/metadata/uid").asString()).orElse("none");
    return secret
        .at("/metadata/ownerReferences")
        .valueStream()
        .anyMatch(
            it ->
                it.path("uid").asString("").equals(uid) && it.path("controller").asBoolean(false));
  }

  private static ObjectNode texts(JsonNode secret) {
    ObjectNode texts = Json.object();
    for (var item : secret.path("data").properties()) {
      byte[] bytes = Base64.getDecoder().decode(item.getValue().asString());
      texts.put(item.getKey(), new String(bytes, UTF_8));
    }
    return texts;
  }

  private static Stream<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString);
  }

  private static String list(JsonNode list) {
    return list.isMissingNode() ? "[]" : list.toString();
  }

  private void isInMessage(String fragment) {
    check("the message names " + fragment, true, seen.message().contains(fragment));
  }

  private void isNowhere(String text) {
    check("in the status", false, seen.sealedSecret().toString().contains(text));
    check("in an Event", false, seen.events().toString().contains(text));
    check("in the log", false, log.get().contains(text));
  }

  private void check(String what, Object wish, Object found) {
    if (!wish.equals(found)) {
      differences.add(
          "%s: wanted %s, seen %s (message: %s)".formatted(what, wish, found, seen.message()));
    }
  }
}
