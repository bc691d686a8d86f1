package dev.signet.crds;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds one tree without recursion; containers beyond a depth become null. */
final class TreeReader {
  private final JsonParser parser;
  private final JsonNodeFactory nodes;
  private final int deepest;
  private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
  private @Nullable String name;

  TreeReader(JsonParser parser, JsonNodeFactory nodes, int deepest) {
    this.parser = parser;
    this.nodes = nodes;
    this.deepest = deepest;
  }

  JsonNode read() {
    JsonToken token = requireNonNull(parser.currentToken(), "parser stands at no value");
    while (true) {
      JsonNode closed = take(token);
      if (closed != null && open.isEmpty()) {
        return closed;
      }
      token = parser.nextToken();
      if (token == null) {
        // Only a body cut short gets here; the parser says so itself for most of them.
        return nodes.missingNode();
      }
    }
  }

  /** The value that this token completes, if any. */
  private @Nullable JsonNode take(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> start(nodes.objectNode());
      case START_ARRAY -> start(nodes.arrayNode());
      case END_OBJECT, END_ARRAY -> open.pop();
      case PROPERTY_NAME -> {
        name = parser.currentName();
        yield null;
      }
      case VALUE_STRING -> put(nodes.stringNode(parser.getString()));
      case VALUE_NUMBER_INT -> put(integer());
      case VALUE_NUMBER_FLOAT -> put(nodes.numberNode(parser.getDoubleValue()));
      case VALUE_TRUE -> put(nodes.booleanNode(true));
      case VALUE_FALSE -> put(nodes.booleanNode(false));
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> put(nodes.nullNode());
    };
  }

  /** Of one type for all that fit a long, or else equal numbers would not be equal nodes. */
  private JsonNode integer() {
    return switch (parser.getNumberType()) {
      case INT, LONG -> nodes.numberNode(parser.getLongValue());
      default -> nodes.numberNode(parser.getBigIntegerValue());
    };
  }

  private @Nullable JsonNode start(ContainerNode<?> container) {
    if (open.size() >= deepest) {
      parser.skipChildren();
      return put(nodes.nullNode());
    }
    put(container);
    open.push(container);
    return null;
  }

  private JsonNode put(JsonNode value) {
    switch (open.peek()) {
      case ObjectNode object -> object.set(requireNonNull(name), value);
      case ArrayNode array -> array.add(value);
      case null, default -> {}
    }
    return value;
  }
}
