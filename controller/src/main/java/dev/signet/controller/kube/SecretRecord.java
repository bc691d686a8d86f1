package dev.signet.controller.kube;

import java.util.List;
import java.util.Set;

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
    PATCH
  }
}
