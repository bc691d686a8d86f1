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
import tools.jackson.databind.JsonNode;

/**
 * Says what is wrong in a set of namespaces, from nothing but the objects in them: each
 * SealedSecret that opens has just its Secret and says so, each that does not has none and says so,
 * and no Secret is left behind. A Secret labelled {@link #FOREIGN} was there first, and must be as
 * it was.
 */
public final class Oracle {
  public static final String FOREIGN = "e2e-foreign";

  private final PrivateKey key;
  private final Map<String, JsonNode> secrets = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Oracle(PrivateKey key) {
    this.key = key;
  }

  /** In words; none if all is right. */
  public static List<String> faults(
      PrivateKey key, List<JsonNode> sealedSecrets, List<JsonNode> secrets) {
    Oracle oracle = new Oracle(key);
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
    expect(place, "a Secret is there", wanted.isPresent(), secret.isPresent());
    if (wanted.isEmpty() && secret.isPresent()) {
      faults.add("%s: it is of %s".formatted(place, origin(secret.get(), sealed)));
    }
    if (wanted.isPresent() && secret.isPresent()) {
      compare(place, sealed, wanted.get(), secret.get());
    }
  }

  private static String origin(JsonNode secret, JsonNode sealed) {
    return "%s, made %s; the SealedSecret is %s, made %s"
        .formatted(
            secret.at("/metadata/ownerReferences/0/uid").asString("nobody"),
            secret.at("/metadata/creationTimestamp").asString(""),
            sealed.at("/metadata/uid").asString(""),
            sealed.at("/metadata/creationTimestamp").asString(""));
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
    JsonNode owners = secret.at("/metadata/ownerReferences");
    expect(place, "owners", 1, owners.size());
    expect(place, "owner", sealed.at("/metadata/uid"), owners.at("/0/uid"));
    expect(place, "controller", true, owners.at("/0/controller").asBoolean(false));
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
