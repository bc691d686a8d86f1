package dev.signet.crds;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One SealedSecret as it is stored. Never changes, and never fails to be made: what is missing or
 * of a wrong type reads as empty here, and {@link #spec} names the fault.
 */
public final class SealedSecret {
  private final ObjectNode tree;

  private SealedSecret(ObjectNode tree) {
    this.tree = tree;
  }

  /** Takes the tree over: the caller must not change it afterwards. */
  public static SealedSecret of(ObjectNode tree) {
    return new SealedSecret(tree);
  }

  public String namespace() {
    return text("namespace");
  }

  public String name() {
    return text("name");
  }

  public String uid() {
    return text("uid");
  }

  public String resourceVersion() {
    return text("resourceVersion");
  }

  public long generation() {
    return tree.path("metadata").path("generation").asLong(0);
  }

  /** By the API server's clock; empty if it says none. */
  public Optional<Instant> created() {
    try {
      return Optional.of(Instant.parse(text("creationTimestamp")));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** Whether somebody has deleted it and a finalizer holds it. */
  public boolean isDeleting() {
    return tree.path("metadata").path("deletionTimestamp").isString();
  }

  /** Those that are texts: the server lets no others be. */
  public Map<String, String> annotations() {
    return texts(tree.path("metadata").path("annotations"));
  }

  public Map<String, String> labels() {
    return texts(tree.path("metadata").path("labels"));
  }

  /** What it asks for, or the first field that is not what it must be. */
  public SpecReading spec() {
    return new SpecReader().read(tree.path("spec"));
  }

  /**
   * The first field of its own metadata that is not what it must be. The server stores none such;
   * what has not been stored may hold any.
   */
  public Optional<SpecReading.Malformed> malformedMetadata() {
    List<SpecReading.Malformed> faults = new ArrayList<>();
    MetadataShape.check(
        "metadata",
        tree.path("metadata"),
        (field, wanted) -> faults.add(new SpecReading.Malformed(field, wanted)));
    return faults.stream().findFirst();
  }

  /**
   * What a template's metadata asks for in vain: the Secret gets labels and annotations alone, as a
   * finalizer of it would keep it after its SealedSecret.
   */
  public List<String> unmetWishes() {
    JsonNode metadata = tree.path("spec").path("template").path("metadata");
    return Stream.of("finalizers", "generateName").filter(metadata::hasNonNull).toList();
  }

  public Status status() {
    return Status.read(tree.path("status"));
  }

  /**
   * The object to PUT on the status subresource; empty if that would change nothing but times.
   * Fields and conditions that are not of the verdict stay as they are.
   */
  public Optional<ObjectNode> withStatus(Verdict verdict, Instant now) {
    return new StatusWriter(tree.path("status"), now)
        .write(verdict)
        .map(status -> tree.deepCopy().set("status", status))
        .map(ObjectNode.class::cast);
  }

  /** The same object without its ciphertexts, for a cache of objects that need no work. */
  public SealedSecret withoutCiphertexts() {
    ObjectNode light = tree.deepCopy();
    if (light.path("spec") instanceof ObjectNode spec) {
      spec.remove("encryptedData");
      spec.remove("data");
    }
    return new SealedSecret(light);
  }

  /** A copy, to change and send. */
  public ObjectNode toTree() {
    return tree.deepCopy();
  }

  @Override
  public String toString() {
    return "SealedSecret[%s/%s]".formatted(namespace(), name());
  }

  private String text(String field) {
    return tree.path("metadata").path(field).stringValue("");
  }

  static SequencedMap<String, String> texts(JsonNode node) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isString()) {
                texts.put(entry.getKey(), entry.getValue().stringValue());
              }
            });
    return texts;
  }
}
