package dev.signet.cli.resource;

import dev.signet.cli.manifest.Value;
import dev.signet.cli.resource.Shape.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The metadata of an object; fields that are empty are not there. */
public final class Metadata {
  private final Value.Fields fields;

  private Metadata(Value.Fields fields) {
    this.fields = fields;
  }

  static Metadata of(@Nullable Value metadata) {
    return new Metadata(
        metadata instanceof Value.Fields fields ? fields : Value.Fields.ofStrings(Map.of()));
  }

  public static Metadata empty() {
    return of(null);
  }

  boolean isEmpty() {
    return fields.map().isEmpty();
  }

  public String name() {
    return text("name");
  }

  public String namespace() {
    return text("namespace");
  }

  public String uid() {
    return text("uid");
  }

  public Map<String, String> labels() {
    return texts("labels");
  }

  public Map<String, String> annotations() {
    return texts("annotations");
  }

  private String text(String field) {
    return fields.map().get(field) instanceof Value.Text(String text) ? text : "";
  }

  private Map<String, String> texts(String field) {
    return texts(fields.map().get(field));
  }

  static Map<String, String> texts(@Nullable Value value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Value.Fields(Map<String, Value> map)) {
      map.forEach(
          (key, entry) -> {
            if (entry instanceof Value.Text(String text)) {
              texts.put(key, text);
            }
          });
    }
    return texts;
  }

  public Metadata withName(String name) {
    return with("name", name.isEmpty() ? null : new Value.Text(name));
  }

  public Metadata withNamespace(String namespace) {
    return with("namespace", namespace.isEmpty() ? null : new Value.Text(namespace));
  }

  public Metadata withLabels(Map<String, String> labels) {
    return with("labels", labels.isEmpty() ? null : Value.Fields.ofStrings(labels));
  }

  public Metadata withAnnotations(Map<String, String> annotations) {
    return with("annotations", annotations.isEmpty() ? null : Value.Fields.ofStrings(annotations));
  }

  Metadata withOwner(Value owner) {
    return with("ownerReferences", new Value.Items(List.of(owner)));
  }

  /** Without what a server sets or owns, which means nothing to a Secret that is made later. */
  public Metadata forTemplate() {
    return without(
        "selfLink",
        "uid",
        "resourceVersion",
        "generation",
        "creationTimestamp",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "ownerReferences");
  }

  private Metadata without(String... names) {
    SequencedMap<String, Value> rest = new LinkedHashMap<>(fields.map());
    rest.keySet().removeAll(List.of(names));
    return new Metadata(new Value.Fields(rest));
  }

  /** Each field at the place where the API's type has it. */
  private Metadata with(String name, @Nullable Value value) {
    SequencedMap<String, Value> changed = new LinkedHashMap<>();
    for (Field field : Shapes.METADATA.fields()) {
      Value kept = field.name().equals(name) ? value : fields.map().get(field.name());
      if (kept != null) {
        changed.put(field.name(), kept);
      }
    }
    return new Metadata(new Value.Fields(changed));
  }

  Value.Fields toValue() {
    return fields;
  }
}
