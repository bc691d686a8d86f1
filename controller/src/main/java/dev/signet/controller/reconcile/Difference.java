package dev.signet.controller.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What a write changes, by name, never by value. */
record Difference(List<String> items, List<String> labels, List<String> annotations) {
  private static final int MOST_NAMED = 10;

  Difference {
    items = List.copyOf(items);
    labels = List.copyOf(labels);
    annotations = List.copyOf(annotations);
  }

  static Difference between(StoredSecret before, ObjectNode after) {
    StoredSecret sent = new StoredSecret(after);
    return new Difference(
        names(before.data(), sent.data()),
        names(before.labels(), sent.labels()),
        names(before.annotations(), sent.annotations()));
  }

  boolean isEmpty() {
    return items.isEmpty() && labels.isEmpty() && annotations.isEmpty();
  }

  /** Such as {@code items a, b; labels c}. */
  String text() {
    List<String> parts = new ArrayList<>();
    add(parts, "items", items);
    add(parts, "labels", labels);
    add(parts, "annotations", annotations);
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String what, List<String> names) {
    if (!names.isEmpty()) {
      String more =
          names.size() > MOST_NAMED ? " and %d more".formatted(names.size() - MOST_NAMED) : "";
      parts.add(
          names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ", what + " ", more)));
    }
  }

  private static List<String> names(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return new ArrayList<>(names);
  }
}
