package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crypto.Plaintext;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of the requests that write Secrets. */
final class SecretBody {
  private SecretBody() {}

  /** Of a new Secret. */
  static ObjectNode create(Wanted wanted) {
    ObjectNode metadata =
        Json.object().put("namespace", wanted.key().namespace()).put("name", wanted.key().name());
    putUnlessEmpty(metadata, "labels", texts(wanted.content().labels()));
    putUnlessEmpty(metadata, "annotations", texts(wanted.content().annotations()));
    putUnlessEmpty(metadata, "ownerReferences", owners(wanted));
    ObjectNode body = Json.object().put("apiVersion", "v1").put("kind", "Secret");
    body.set("metadata", metadata);
    putUnlessEmpty(body, "data", data(wanted));
    if (wanted.type() != null) {
      body.put("type", wanted.type());
    }
    if (wanted.immutable()) {
      body.put("immutable", true);
    }
    return body;
  }

  /** Of the target made as wanted: what is in it beside that goes. */
  static ObjectNode replace(Wanted wanted, StoredSecret target) {
    ObjectNode body = headed(target);
    ObjectNode metadata = metadata(body);
    putUnlessEmpty(metadata, "labels", texts(wanted.content().labels()));
    putUnlessEmpty(metadata, "annotations", texts(wanted.content().annotations()));
    putUnlessEmpty(metadata, "ownerReferences", owners(wanted));
    putUnlessEmpty(body, "data", data(wanted));
    if (wanted.immutable()) {
      body.put("immutable", true);
    }
    return body;
  }

  /** Of the target with the wanted put on top. */
  static ObjectNode merge(Wanted wanted, StoredSecret target, boolean replacesOwners) {
    ObjectNode body = headed(target);
    ObjectNode metadata = metadata(body);
    putUnlessEmpty(
        metadata, "labels", texts(target.labels()).setAll(texts(wanted.content().labels())));
    // Who allows to add to a Secret does not allow to take it over, and whoever may write templates
    // could else say both: it would be deleted with the SealedSecret.
    ObjectNode annotations = texts(wanted.content().annotations()).remove(Comparison.MARKS);
    putUnlessEmpty(metadata, "annotations", texts(target.annotations()).setAll(annotations));
    putUnlessEmpty(body, "data", texts(target.data()).setAll(data(wanted)));
    if (replacesOwners) {
      putUnlessEmpty(metadata, "ownerReferences", owners(wanted));
    }
    if (Comparison.turnsImmutable(wanted, target)) {
      body.put("immutable", true);
    }
    return body;
  }

  /** The one owner, or none. */
  static ArrayNode owners(Wanted wanted) {
    ArrayNode owners = Json.array();
    if (wanted.ownerUid() != null) {
      owners.add(owner(wanted.key(), wanted.ownerUid()));
    }
    return owners;
  }

  /** In base64, as the API server writes it. */
  static String base64(Plaintext item) {
    return Base64.getEncoder().encodeToString(item.reveal());
  }

  private static ObjectNode owner(ObjectKey key, String uid) {
    return Json.object()
        .put("apiVersion", SealedSecretNames.API_VERSION)
        .put("kind", SealedSecretNames.KIND)
        .put("name", key.name())
        .put("uid", uid)
        .put("controller", true);
  }

  private static ObjectNode headed(StoredSecret target) {
    // A list or an older server may leave these out of what was read.
    return target.toTree().put("apiVersion", "v1").put("kind", "Secret");
  }

  private static ObjectNode metadata(ObjectNode body) {
    return body.path("metadata") instanceof ObjectNode metadata
        ? metadata
        : body.putObject("metadata");
  }

  private static ObjectNode data(Wanted wanted) {
    ObjectNode data = Json.object();
    wanted.content().items().forEach((name, item) -> data.put(name, base64(item)));
    return data;
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode node = Json.object();
    texts.forEach(node::put);
    return node;
  }

  private static void putUnlessEmpty(ObjectNode parent, String field, JsonNode value) {
    if (value.isEmpty()) {
      parent.remove(field);
    } else {
      parent.set(field, value);
    }
  }
}
