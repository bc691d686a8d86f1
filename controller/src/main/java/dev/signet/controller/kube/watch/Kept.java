package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of a copy: what is kept of it, and which state of it that is. */
record Kept<T>(ObjectKey key, String resourceVersion, T value) {
  static <T> Kept<T> of(ObjectNode tree, Function<ObjectNode, T> reduce) {
    JsonNode metadata = tree.path("metadata");
    ObjectKey key =
        new ObjectKey(
            metadata.path("namespace").stringValue(""), metadata.path("name").stringValue(""));
    return new Kept<>(key, metadata.path("resourceVersion").stringValue(""), reduce.apply(tree));
  }

  boolean isSameState(Kept<T> other) {
    return resourceVersion.equals(other.resourceVersion) && !resourceVersion.isEmpty();
  }
}
