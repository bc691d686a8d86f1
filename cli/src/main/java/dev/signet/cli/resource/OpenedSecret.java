package dev.signet.cli.resource;

import dev.signet.cli.manifest.Value;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crypto.Plaintext;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The Secret that comes out of a SealedSecret, as the controller would make it. */
public record OpenedSecret(SealedManifest sealed, Map<String, Plaintext> items) {
  public OpenedSecret {
    items = Map.copyOf(items);
  }

  public Value toValue() {
    SequencedMap<String, Value> secret = new LinkedHashMap<>();
    secret.put("kind", new Value.Text("Secret"));
    secret.put("apiVersion", new Value.Text("v1"));
    secret.put("metadata", metadata().toValue());
    Boolean immutable = sealed.immutable();
    if (immutable != null) {
      secret.put("immutable", new Value.Bool(immutable));
    }
    if (!items.isEmpty()) {
      SequencedMap<String, Value> data = new LinkedHashMap<>();
      items.forEach((key, value) -> data.put(key, encoded(value)));
      secret.put("data", Value.Fields.sorted(data));
    }
    if (!sealed.type().isEmpty()) {
      secret.put("type", new Value.Text(sealed.type()));
    }
    return new Value.Fields(secret);
  }

  /** No bytes are null in Go's JSON. */
  private static Value encoded(Plaintext value) {
    return value.size() == 0
        ? new Value.Null()
        : new Value.Text(Base64.getEncoder().encodeToString(value.reveal()));
  }

  private Metadata metadata() {
    Metadata own = sealed.metadata();
    Metadata metadata =
        sealed.templateMetadata().withName(own.name()).withNamespace(own.namespace());
    return "true".equals(metadata.annotations().get(SealedSecretNames.SKIP_SET_OWNER_REFERENCES))
        ? metadata
        : metadata.withOwner(owner(own));
  }

  private static Value owner(Metadata sealed) {
    SequencedMap<String, Value> owner = new LinkedHashMap<>();
    owner.put("apiVersion", new Value.Text(SealedSecretNames.API_VERSION));
    owner.put("kind", new Value.Text(SealedSecretNames.KIND));
    owner.put("name", new Value.Text(sealed.name()));
    owner.put("uid", new Value.Text(sealed.uid()));
    owner.put("controller", new Value.Bool(true));
    return new Value.Fields(owner);
  }
}
