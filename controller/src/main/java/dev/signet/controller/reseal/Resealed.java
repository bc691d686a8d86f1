package dev.signet.controller.reseal;

import dev.signet.crds.Json;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.PublicKey;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.Sealer;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A SealedSecret as it was sent, with new ciphertexts for the same scope and the same plaintexts.
 * What an API server put there, and would refuse or ignore in a new one, is left out.
 */
final class Resealed {
  static final String DATA = "data";

  private final Sealer sealer;

  Resealed(Sealer sealer) {
    this.sealer = sealer;
  }

  /** As JSON on one line. */
  byte[] write(Manifest manifest, Map<String, Plaintext> items, PublicKey key) {
    ObjectNode tree = manifest.tree().deepCopy();
    tree.remove("status");
    if (tree.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("uid");
      metadata.remove("resourceVersion");
      metadata.remove("managedFields");
    }
    ObjectNode fields = fields(manifest, tree);
    items.forEach(
        (name, plaintext) ->
            fields.put(name, SealedText.encode(sealer.seal(key, manifest.scope(), plaintext))));
    return Json.write(tree);
  }

  /** That the ciphertexts stand in. */
  private static ObjectNode fields(Manifest manifest, ObjectNode tree) {
    ObjectNode spec =
        tree.path("spec") instanceof ObjectNode there ? there : tree.putObject("spec");
    if (manifest.spec().data() != null) {
      return spec;
    }
    return spec.path("encryptedData") instanceof ObjectNode there
        ? there
        : spec.putObject("encryptedData");
  }
}
