package dev.signet.e2e.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what is wrong in a set of namespaces, from the objects in them and what they were before:
 * each SealedSecret that opens has just its Secret and says so; each that does not says so, and has
 * no Secret but one that it had when it opened; and no Secret is left behind. A Secret labelled
 * {@link #FOREIGN} was there first, and must be as it was.
 */
public final class Oracle {
  public static final String FOREIGN = "e2e-foreign";

  /** A label and an item that somebody puts into Secrets by hand. */
  public static final String BY_HAND = "by-hand";

  private final PrivateKey key;
  private final Function<String, List<JsonNode>> sent;
  private final Map<String, JsonNode> secrets = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Oracle(PrivateKey key, Function<String, List<JsonNode>> sent) {
    this.key = key;
    this.sent = sent;
  }

  /**
   * In words; none if all is right.
   *
   * @param sent what the SealedSecret of a namespace and name, {@code a/b}, has been since it was
   *     made
   */
  public static List<String> faults(
      PrivateKey key,
      List<JsonNode> sealedSecrets,
      List<JsonNode> secrets,
      Function<String, List<JsonNode>> sent) {
    Oracle oracle = new Oracle(key, sent);
    secrets.forEach(it -> oracle.secrets.put(place(it), it));
    sealedSecrets.forEach(oracle::check);
    oracle.secrets.forEach(
        (place, secret) -> {
          // Who was there first stays when the SealedSecret over it goes.
          if (!secret.path("metadata").path("labels").has(FOREIGN)) {
            oracle.faults.add(place + ": left behind");
          }
        });
    return oracle.faults;
  }

  private void check(JsonNode sealed) {
    String place = place(sealed);
    Optional<JsonNode> secret = Optional.ofNullable(secrets.remove(place));
    if (secret.isPresent() && secret.get().path("metadata").path("labels").has(FOREIGN)) {
      expect(place, "owners", 0, secret.get().at("/metadata/ownerReferences").size());
      expect(place, "its own item", true, secret.get().path("data").has("mine"));
      expectCondition(place, sealed, "False");
      return;
    }
    Optional<Map<String, String>> wanted = open(sealed);
    expectCondition(place, sealed, wanted.isPresent() ? "True" : "False");
    String uid = sealed.at("/metadata/uid").asString();
    if (wanted.isEmpty()) {
      secret.ifPresent(it -> checkLeft(place, uid, it));
    } else if (secret.isEmpty()) {
      faults.add(place + ": has no Secret");
    } else {
      faults.addAll(differences(place, uid, sealed, secret.get()));
    }
  }

  /** Which of them it was is chance when the controller is killed, and hands go unnoticed. */
  private void checkLeft(String place, String uid, JsonNode secret) {
    ObjectNode left = (ObjectNode) secret.deepCopy();
    left.withObject("data").remove(BY_HAND);
    left.withObject("metadata").withObject("labels").remove(BY_HAND);
    boolean known =
        sent.apply(place).stream()
            .filter(it -> open(it).isPresent())
            .anyMatch(it -> differences(place, uid, it, left).isEmpty());
    if (!known) {
      faults.add("%s: does not open, never did with this Secret: %s".formatted(place, secret));
    }
  }

  /** What of a Secret is not as a SealedSecret that opens wants it. */
  private List<String> differences(String place, String uid, JsonNode sealed, JsonNode secret) {
    Oracle there = new Oracle(key, sent);
    there.compare(place, sealed, open(sealed).orElseThrow(), secret);
    JsonNode owners = secret.at("/metadata/ownerReferences");
    there.expect(place, "owners", 1, owners.size());
    there.expect(place, "owner", uid, owners.at("/0/uid").asString());
    there.expect(place, "controller", true, owners.at("/0/controller").asBoolean(false));
    return there.faults;
  }

  private void compare(String place, JsonNode sealed, Map<String, String> wanted, JsonNode secret) {
    JsonNode template = sealed.at("/spec/template");
    expect(place, "items", wanted, texts(secret.path("data")));
    expect(place, "type", template.path("type").asString("Opaque"), secret.path("type").asString());
    for (String part : List.of("labels", "annotations")) {
      expect(
          place,
          part,
          texts(template.path("metadata").path(part)),
          texts(secret.path("metadata").path(part)));
    }
  }

  private void expectCondition(String place, JsonNode sealed, String status) {
    JsonNode condition = sealed.at("/status/conditions/0");
    expect(place, "Synced", status, condition.path("status").asString("none"));
    expect(
        place,
        "generation",
        sealed.at("/metadata/generation").asLong(),
        sealed.at("/status/observedGeneration").asLong(0));
  }

  private Optional<Map<String, String>> open(JsonNode sealed) {
    JsonNode metadata = sealed.path("metadata");
    String label =
        Sealing.Scope.of(texts(metadata.path("annotations")))
            .label(metadata.path("namespace").asString(), metadata.path("name").asString());
    Map<String, String> items = new TreeMap<>();
    for (var item : sealed.at("/spec/encryptedData").properties()) {
      Optional<byte[]> value = decode(item.getValue().asString()).flatMap(it -> open(label, it));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      items.put(item.getKey(), Base64.getEncoder().encodeToString(value.get()));
    }
    return Optional.of(items);
  }

  private Optional<byte[]> open(String label, byte[] sealed) {
    return SealedFormat.open(key, label, sealed);
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.getBytes(UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> texts(JsonNode map) {
    Map<String, String> texts = new TreeMap<>();
    map.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asString()));
    return texts;
  }

  private static String place(JsonNode object) {
    return object.at("/metadata/namespace").asString()
        + "/"
        + object.at("/metadata/name").asString();
  }

  private void expect(String place, String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      faults.add("%s: %s: wanted %s, found %s".formatted(place, what, wanted, found));
    }
  }
}
