package dev.signet.controller.reseal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the tree of one document without recursion, as heavy as it may become. */
final class TreeBuilder {
  /** Deeper than any field of a SealedSecret. */
  static final int DEEPEST = 100;

  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchored = new HashMap<>();
  private final Weight weight;
  private @Nullable JsonNode root;

  private record Anchored(JsonNode node, long size, int height) {}

  private static final class Open {
    private final JsonNode container;
    private final Optional<String> anchor;
    private final long weightBefore;
    private @Nullable String name;
    private int height = 1;

    Open(JsonNode container, Optional<String> anchor, long weightBefore) {
      this.container = container;
      this.anchor = anchor;
      this.weightBefore = weightBefore;
    }

    void holds(int inner) {
      height = Math.max(height, inner + 1);
    }
  }

  /**
   * Of one document.
   *
   * @param weight of all documents of a body
   */
  TreeBuilder(Weight weight) {
    this.weight = weight;
  }

  /** Empty if the document is. */
  Optional<JsonNode> root() {
    return Optional.ofNullable(root).filter(it -> !it.isNull());
  }

  /** Whether the next scalar is the name of a field. */
  boolean wantsName() {
    Open top = open.peek();
    return top != null && top.container.isObject() && top.name == null;
  }

  void name(String name, Optional<String> anchor) throws NoManifestException {
    Open top = open.element();
    if (top.container.has(name)) {
      throw new NoManifestException("a field is there twice");
    }
    weight.add(name.length());
    top.name = name;
    JsonNode node = JsonNodeFactory.instance.stringNode(name);
    anchor.ifPresent(it -> anchored.put(it, new Anchored(node, name.length(), 0)));
  }

  void put(JsonNode node, long length, Optional<String> anchor) throws NoManifestException {
    weight.add(length);
    place(node);
    anchor.ifPresent(it -> anchored.put(it, new Anchored(node, length, 0)));
  }

  /** Only of what is complete: one that holds itself would have no end. */
  void alias(String anchor) throws NoManifestException {
    Anchored target = anchored.get(anchor);
    if (target == null) {
      throw new NoManifestException("an alias stands for nothing before it");
    }
    if (wantsName()) {
      throw new NoManifestException("an alias cannot name a field");
    }
    if (open.size() + target.height > DEEPEST) {
      throw tooDeep();
    }
    weight.add(target.size);
    if (!open.isEmpty()) {
      open.element().holds(target.height);
    }
    place(target.node.deepCopy());
  }

  void startMap(Optional<String> anchor) throws NoManifestException {
    start(JsonNodeFactory.instance.objectNode(), anchor);
  }

  void startList(Optional<String> anchor) throws NoManifestException {
    start(JsonNodeFactory.instance.arrayNode(), anchor);
  }

  private void start(JsonNode container, Optional<String> anchor) throws NoManifestException {
    if (open.size() >= DEEPEST) {
      throw tooDeep();
    }
    if (wantsName()) {
      throw new NoManifestException(
          "a field has no plain name: is it a chart that is not rendered yet?");
    }
    long before = weight.sum();
    weight.add(0);
    place(container);
    open.push(new Open(container, anchor, before));
  }

  void end() {
    Open closed = open.pop();
    if (!open.isEmpty()) {
      open.element().holds(closed.height);
    }
    long size = weight.sum() - closed.weightBefore;
    closed.anchor.ifPresent(
        it -> anchored.put(it, new Anchored(closed.container, size, closed.height)));
  }

  private static NoManifestException tooDeep() {
    return new NoManifestException("nested too deep");
  }

  private void place(JsonNode node) {
    Open top = open.peek();
    if (top == null) {
      root = node;
    } else if (top.container instanceof ObjectNode map && top.name != null) {
      map.set(top.name, node);
      top.name = null;
    } else if (top.container instanceof ArrayNode list) {
      list.add(node);
    }
  }
}
