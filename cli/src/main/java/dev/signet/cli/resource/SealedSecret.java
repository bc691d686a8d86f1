package dev.signet.cli.resource;

import dev.signet.cli.manifest.Value;
import dev.signet.crds.SealedSecretNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A freshly sealed Secret.
 *
 * @param metadata name, namespace and scope: all that opening looks at
 * @param template metadata of the Secret to be
 * @param encryptedData sealed items as base64
 * @param immutable null leaves it open
 */
public record SealedSecret(
    Metadata metadata,
    Metadata template,
    Map<String, String> encryptedData,
    String type,
    @Nullable Boolean immutable) {
  public SealedSecret {
    encryptedData = Map.copyOf(encryptedData);
  }

  public Value toValue() {
    SequencedMap<String, Value> secret = new LinkedHashMap<>();
    secret.put("metadata", template.toValue());
    if (!type.isEmpty()) {
      secret.put("type", new Value.Text(type));
    }
    if (immutable != null) {
      secret.put("immutable", new Value.Bool(immutable));
    }
    SequencedMap<String, Value> spec = new LinkedHashMap<>();
    spec.put("template", new Value.Fields(secret));
    spec.put("encryptedData", Value.Fields.ofStrings(encryptedData));
    SequencedMap<String, Value> sealed = new LinkedHashMap<>();
    sealed.put("kind", new Value.Text(SealedSecretNames.KIND));
    sealed.put("apiVersion", new Value.Text(SealedSecretNames.API_VERSION));
    sealed.put("metadata", metadata.toValue());
    sealed.put("spec", new Value.Fields(spec));
    return new Value.Fields(sealed);
  }
}
