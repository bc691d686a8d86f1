package dev.signet.e2e.scenario;

import static java.util.stream.Collectors.joining;

import dev.signet.e2e.cluster.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes out of the objects of one scenario what differs from run to run. */
final class Normal {
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  private static final Pattern ITEMS = Pattern.compile("\\(([^()]*)\\)");

  private static final String UNSEAL = "Failed to unseal: ";

  private final Map<String, String> uids = new HashMap<>();
  private final Map<String, Integer> objects = new HashMap<>();
  private final List<String> versions = new ArrayList<>();

  /** Gives the uid of an object just made its place in the order. */
  void born(String kind, String name, String uid) {
    int number = objects.merge(kind + "/" + name, 1, Integer::sum);
    uids.put(uid, "UID%s(%s/%s)".formatted(number == 1 ? "" : number, kind, name));
  }

  JsonNode secret(JsonNode stored) {
    ObjectNode secret = (ObjectNode) times(stored);
    ObjectNode metadata = secret.withObject("metadata");
    metadata.remove("managedFields");
    metadata.put("uid", "UID(Secret/%s)".formatted(metadata.path("name").asString()));
    int known = versions.indexOf(version(stored));
    metadata.put("resourceVersion", "RV" + (known < 0 ? versions.size() + 1 : known + 1));
    return secret;
  }

  /** Gives the version of a Secret its number, for the expects that follow. */
  void keep(JsonNode secret) {
    if (!versions.contains(version(secret))) {
      versions.add(version(secret));
    }
  }

  private static String version(JsonNode object) {
    return object.at("/metadata/resourceVersion").asString();
  }

  /** The generation and the first condition; what may stand beside them is not compared. */
  JsonNode status(JsonNode stored) {
    ObjectNode status = Json.object();
    status.set("generation", stored.at("/metadata/generation"));
    JsonNode conditions = stored.at("/status/conditions");
    if (conditions.isEmpty()) {
      status.putNull("status");
      return status;
    }
    ObjectNode first = (ObjectNode) times(conditions.get(0));
    first.remove("reason");
    ObjectNode kept = status.putObject("status");
    kept.putArray("conditions").add(sorted(first));
    kept.set("observedGeneration", stored.at("/status/observedGeneration"));
    return status;
  }

  /** A recorded or a stored Event. */
  JsonNode event(JsonNode stored) {
    ObjectNode event = (ObjectNode) times(stored);
    event.remove(List.of("apiVersion", "kind"));
    ObjectNode metadata = event.withObject("metadata");
    metadata.remove("managedFields");
    metadata.put("uid", "UID");
    metadata.put("resourceVersion", "RV");
    String name = event.at("/involvedObject/name").asString();
    String own = metadata.path("name").asString();
    metadata.put(
        "name", own.replaceFirst("^" + Pattern.quote(name) + "\\.[0-9a-f]+$", name + ".HASH"));
    event.withObject("involvedObject").put("resourceVersion", "RV");
    if (Snapshot.isFailure(event)) {
      event.remove("count");
    }
    return sorted(event);
  }

  /** Causes and the names of items in any order are the same message. */
  private static ObjectNode sorted(ObjectNode told) {
    if (told.path("message").isString()) {
      told.put("message", sorted(told.path("message").asString()));
    }
    return told;
  }

  static String sorted(String message) {
    String prefix = message.startsWith(UNSEAL) ? UNSEAL : "";
    return ITEMS
        .matcher(message.substring(prefix.length()))
        .replaceAll(Normal::sortedItems)
        .lines()
        .sorted()
        .collect(joining("\n", prefix, ""));
  }

  private static String sortedItems(MatchResult items) {
    return Arrays.stream(items.group(1).split(", "))
        .sorted()
        .collect(joining(", ", "(", ")"))
        .replace("\\", "\\\\")
        .replace("$", "\\$");
  }

  /** A copy with times in their only right form as TIME, and known uids by their names. */
  private JsonNode times(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = Json.object();
        object.properties().forEach(it -> copy.set(it.getKey(), times(it.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        Stream<JsonNode> elements = array.valueStream();
        elements.forEach(it -> copy.add(times(it)));
        yield copy;
      }
      case StringNode text when TIME.matcher(text.asString()).matches() ->
          StringNode.valueOf("TIME");
      case StringNode text ->
          StringNode.valueOf(uids.getOrDefault(text.asString(), text.asString()));
      default -> node;
    };
  }
}
