package dev.signet.crds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a SealedSecret asks for.
 *
 * @param encryptedData by item name, in the order of the object; no item for a null
 * @param data the deprecated form: one ciphertext of a whole Secret, in base64 as it stands there
 */
public record Spec(Map<String, Item> encryptedData, @Nullable String data, Template template) {
  public Spec {
    encryptedData = Collections.unmodifiableMap(new LinkedHashMap<>(encryptedData));
  }

  public sealed interface Item {
    /** A ciphertext as it stands there: base64, not yet looked at. */
    record Text(String text) implements Item {}

    /** A looser schema lets maps, lists, numbers and booleans in. */
    record NoText() implements Item {}
  }

  /**
   * What the Secret gets beside its items.
   *
   * @param labels of the Secret
   * @param type null where none is given, or an empty one
   * @param immutable null where nothing is said
   */
  public record Template(
      Map<String, String> labels,
      Map<String, String> annotations,
      @Nullable String type,
      @Nullable Boolean immutable,
      TemplateData data) {
    public Template {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
      annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }
  }

  /**
   * {@code spec.template.data}.
   *
   * @param texts by item name
   * @param omitted item names mapped to null: left out of the Secret
   */
  public record TemplateData(Map<String, String> texts, Set<String> omitted) {
    public TemplateData {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
      omitted = Set.copyOf(omitted);
    }

    public boolean isEmpty() {
      return texts.isEmpty() && omitted.isEmpty();
    }
  }
}
