package dev.signet.cli.resource;

import dev.signet.cli.manifest.JsonWriter;
import dev.signet.cli.manifest.Value;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crypto.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A SealedSecret that was read, in the form in which it is written anew.
 *
 * @param document number of the document that it stands in
 */
public record SealedManifest(int document, Value.Fields value) {
  /** What an API server keeps about an object and nobody wants in a file. */
  private static final List<String> OF_SERVER =
      List.of("generation", "creationTimestamp", "deletionTimestamp");

  /** Whether it says that it is a SealedSecret of the version that everybody knows. */
  public boolean isDeclared() {
    return text(value, "kind").equals(SealedSecretNames.KIND)
        && text(value, "apiVersion").equals(SealedSecretNames.API_VERSION);
  }

  /** Whether it says that it is something else. */
  public boolean isForeign() {
    return !text(value, "kind").isEmpty() && !text(value, "kind").equals(SealedSecretNames.KIND);
  }

  public Metadata metadata() {
    return Metadata.of(value.map().get("metadata"));
  }

  /** Where its values open. */
  public Scope scope() {
    Metadata metadata = metadata();
    return Scope.of(metadata.namespace(), metadata.name(), metadata.annotations());
  }

  public Map<String, String> encryptedData() {
    return Metadata.texts(spec().get("encryptedData"));
  }

  /** Whether it has the field of the first releases, one value for the whole Secret. */
  public boolean hasLegacyData() {
    return spec().containsKey("data");
  }

  /** Templates of further items, by item. */
  public Map<String, String> templateData() {
    return Metadata.texts(template().get("data"));
  }

  /**
   * Items that the template sets to null, which takes them out of the Secret
   * (https://github.com/bitnami/sealed-secrets/pull/1871).
   */
  public Set<String> droppedItems() {
    Set<String> dropped = new TreeSet<>(fields(template().get("data")).keySet());
    dropped.removeAll(templateData().keySet());
    return dropped;
  }

  public Metadata templateMetadata() {
    return Metadata.of(template().get("metadata"));
  }

  public String type() {
    return template().get("type") instanceof Value.Text(String text) ? text : "";
  }

  public @Nullable Boolean immutable() {
    return template().get("immutable") instanceof Value.Bool(boolean immutable) ? immutable : null;
  }

  private Map<String, Value> spec() {
    return fields(value.map().get("spec"));
  }

  private Map<String, Value> template() {
    return fields(spec().get("template"));
  }

  private static Map<String, Value> fields(@Nullable Value value) {
    return value instanceof Value.Fields(Map<String, Value> map) ? map : Map.of();
  }

  private static String text(Value.Fields fields, String name) {
    return fields.map().get(name) instanceof Value.Text(String text) ? text : "";
  }

  /** On one line, as the controller's endpoints take it. */
  public String body() {
    return JsonWriter.compact(value);
  }

  /** As a file of its own: with kind and version, without what only a server knows. */
  public SealedManifest asFile() {
    SequencedMap<String, Value> file = new LinkedHashMap<>();
    file.put("kind", new Value.Text(SealedSecretNames.KIND));
    file.put("apiVersion", new Value.Text(SealedSecretNames.API_VERSION));
    file.putAll(value.map());
    file.put("kind", new Value.Text(SealedSecretNames.KIND));
    file.put("apiVersion", new Value.Text(SealedSecretNames.API_VERSION));
    SequencedMap<String, Value> metadata = new LinkedHashMap<>(fields(file.get("metadata")));
    metadata.keySet().removeAll(OF_SERVER);
    file.put("metadata", new Value.Fields(metadata));
    return new SealedManifest(document, new Value.Fields(file));
  }

  /** All but the sealed values. */
  public SealedManifest withoutItems() {
    SequencedMap<String, Value> all = new LinkedHashMap<>(value.map());
    SequencedMap<String, Value> spec = new LinkedHashMap<>(spec());
    spec.remove("encryptedData");
    all.put("spec", new Value.Fields(spec));
    return new SealedManifest(document, new Value.Fields(all));
  }
}
