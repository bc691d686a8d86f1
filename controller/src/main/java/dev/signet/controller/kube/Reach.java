package dev.signet.controller.kube;

import java.util.List;

/** Which namespaces are looked at. */
public sealed interface Reach {
  record Everywhere() implements Reach {}

  /** Some of them may not exist yet, or not be ours to read: each is tried for itself. */
  record Namespaces(List<String> names) implements Reach {
    public Namespaces {
      names = names.stream().distinct().sorted().toList();
    }
  }
}
