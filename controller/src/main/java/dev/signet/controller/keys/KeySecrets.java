package dev.signet.controller.keys;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Secrets;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crypto.SealingKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Secrets that hold keys: all of one namespace that are labelled so, and one from before. */
final class KeySecrets {
  private static final String ACTIVE =
      SealedSecretNames.SEALING_KEY + "=" + SealedSecretNames.ACTIVE;

  private final Secrets secrets;
  private final KeyPlace place;

  KeySecrets(Secrets secrets, KeyPlace place) {
    this.secrets = secrets;
    this.place = place;
  }

  Outcome<List<StoredKey>> read() {
    return switch (secrets.list(place.namespace(), ACTIVE)) {
      case Outcome.Failed<List<ObjectNode>>(ApiError error) -> new Outcome.Failed<>(error);
      case Outcome.Ok<List<ObjectNode>>(List<ObjectNode> labelled) ->
          switch (secrets.get(legacy())) {
            case Outcome.Failed<ObjectNode>(ApiError.NotFound _) -> new Outcome.Ok<>(all(labelled));
            case Outcome.Failed<ObjectNode>(ApiError error) -> new Outcome.Failed<>(error);
            case Outcome.Ok<ObjectNode>(ObjectNode tree) -> {
              List<ObjectNode> trees = new ArrayList<>(labelled);
              // With the label it is in the list already, or it has been put out of use.
              if (label(tree).isMissingNode()) {
                trees.add(tree);
              }
              yield new Outcome.Ok<>(all(trees));
            }
          };
    };
  }

  /** Stores a key; it counts once that is done. The answer is the name of the Secret. */
  Outcome<String> store(SealingKey key) {
    return create(body(key));
  }

  /** Stores it under that name, if nothing else has it. */
  Outcome<String> store(SealingKey key, String name) {
    ObjectNode body = body(key);
    body.withObject("metadata").put("name", name);
    return create(body);
  }

  private Outcome<String> create(ObjectNode body) {
    return secrets.create(body).map(stored -> stored.path("metadata").path("name").stringValue(""));
  }

  /** The Secret that held the one key before labels told keys. */
  private ObjectKey legacy() {
    return new ObjectKey(place.namespace(), place.prefix());
  }

  private static JsonNode label(ObjectNode tree) {
    return tree.path("metadata").path("labels").path(SealedSecretNames.SEALING_KEY);
  }

  private static List<StoredKey> all(List<ObjectNode> trees) {
    return trees.stream().map(StoredKey::read).toList();
  }

  private ObjectNode body(SealingKey key) {
    ObjectNode metadata =
        Json.object().put("namespace", place.namespace()).put("generateName", place.prefix());
    metadata.set(
        "labels",
        texts(place.labels()).put(SealedSecretNames.SEALING_KEY, SealedSecretNames.ACTIVE));
    if (!place.annotations().isEmpty()) {
      metadata.set("annotations", texts(place.annotations()));
    }
    byte[] certificate =
        Objects.requireNonNull(key.certificate(), "a new key has a certificate")
            .pem()
            .getBytes(StandardCharsets.US_ASCII);
    ObjectNode body = Json.object().put("apiVersion", "v1").put("kind", "Secret");
    body.put("type", "kubernetes.io/tls");
    body.set("metadata", metadata);
    body.set(
        "data",
        Json.object()
            .put("tls.crt", base64(certificate))
            .put("tls.key", base64(key.privateKeyPem())));
    return body;
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode node = Json.object();
    texts.forEach(node::put);
    return node;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
