package dev.signet.crds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was handled last, kept under {@code status.signet}: equal facts after a restart mean no
 * work. A hint and no proof: whoever may write a status can hold a repair back, never cause a wrong
 * Secret.
 *
 * @param generation of the SealedSecret
 * @param scopeHash of the annotations that choose the scope: they do not move the generation
 * @param uid of the SealedSecret
 * @param secret as last seen or written
 * @param renderer version of what renders templates
 * @param keys fingerprint of the key that opened it, by item name
 */
public record Handled(
    long generation,
    String scopeHash,
    String uid,
    Secret secret,
    String renderer,
    Map<String, String> keys) {
  static final String FIELD = "signet";

  /** The Secret that came of it. */
  public record Secret(String uid, String resourceVersion) {}

  public Handled {
    keys = Collections.unmodifiableMap(new TreeMap<>(keys));
  }

  static Optional<Handled> read(JsonNode node) {
    if (!node.path("generation").canConvertToLong()) {
      return Optional.empty();
    }
    Map<String, String> keys = new LinkedHashMap<>(SealedSecret.texts(node.path("keys")));
    return Optional.of(
        new Handled(
            node.path("generation").asLong(0),
            node.path("scopeHash").stringValue(""),
            node.path("uid").stringValue(""),
            new Secret(
                node.path("secretUID").stringValue(""),
                node.path("secretResourceVersion").stringValue("")),
            node.path("renderer").stringValue(""),
            keys));
  }

  ObjectNode toTree() {
    ObjectNode tree =
        Json.object()
            .put("generation", generation)
            .put("scopeHash", scopeHash)
            .put("uid", uid)
            .put("secretUID", secret.uid())
            .put("secretResourceVersion", secret.resourceVersion())
            .put("renderer", renderer);
    ObjectNode fingerprints = Json.object();
    keys.forEach(fingerprints::put);
    tree.set("keys", fingerprints);
    return tree;
  }
}
