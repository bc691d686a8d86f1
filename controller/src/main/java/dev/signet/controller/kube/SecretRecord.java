package dev.signet.controller.kube;

import dev.signet.crds.SealedSecretNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is kept of a Secret that is watched: enough to know whose it is and whether it moved. */
public record SecretRecord(
    ObjectKey key, String uid, String resourceVersion, List<Owner> owners, Set<Mark> marks) {
  public SecretRecord {
    owners = List.copyOf(owners);
    marks = Set.copyOf(marks);
  }

  /**
   * An owner reference.
   *
   * @param controller whether it is the one owner that manages the object
   */
  public record Owner(String kind, String name, String uid, boolean controller) {}

  public enum Mark {
    /** Annotated as free to take over. */
    MANAGED,
    /** Annotated as free to add to. */
    PATCH,
    /** Labelled as a sealing key, in use or not. */
    SEALING_KEY
  }

  public boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /** The owner that manages it, if any does. */
  public Optional<Owner> controller() {
    return owners.stream().filter(Owner::controller).findFirst();
  }

  /** Reads an object, in full or metadata alone, and keeps nothing of it but what is named here. */
  public static SecretRecord of(JsonNode tree) {
    JsonNode metadata = tree.path("metadata");
    return new SecretRecord(
        new ObjectKey(shared(metadata.path("namespace")), text(metadata.path("name"))),
        text(metadata.path("uid")),
        text(metadata.path("resourceVersion")),
        metadata.path("ownerReferences").values().stream().map(SecretRecord::owner).toList(),
        marks(metadata.path("annotations"), metadata.path("labels")));
  }

  private static Owner owner(JsonNode reference) {
    return new Owner(
        shared(reference.path("kind")),
        text(reference.path("name")),
        text(reference.path("uid")),
        reference.path("controller").asBoolean(false));
  }

  private static Set<Mark> marks(JsonNode annotations, JsonNode labels) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (text(annotations.path(SealedSecretNames.MANAGED)).equals("true")) {
      marks.add(Mark.MANAGED);
    }
    if (text(annotations.path(SealedSecretNames.PATCH)).equals("true")) {
      marks.add(Mark.PATCH);
    }
    if (labels.has(SealedSecretNames.SEALING_KEY)) {
      marks.add(Mark.SEALING_KEY);
    }
    return marks;
  }

  private static String text(JsonNode node) {
    return node.stringValue("");
  }

  /** Few texts in very many objects. */
  private static String shared(JsonNode node) {
    return text(node).intern();
  }
}
