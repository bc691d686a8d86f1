package dev.signet.crds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of an API server as trees. No object that the server stores can make reading fail: the
 * library's limits on depth, names and numbers would let one object stop a whole list, so they are
 * lifted, and what lies deeper than {@link #DEEPEST} is left out instead.
 */
public final class Json {
  /** Deeper than any known field; shallow enough to copy, compare and print by recursion. */
  static final int DEEPEST = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Whoever hands a stream in reads it to its end.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final JsonMapper MAPPER = new JsonMapper(FACTORY);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** The one object that the bytes hold; empty if they are no JSON or something else. */
  public static Optional<ObjectNode> readObject(byte[] bytes) {
    try (JsonParser parser = parser(new ByteArrayInputStream(bytes))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonNode node = read(parser);
      return parser.nextToken() == null && node instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /** A parser that walks a list or a watch; hand its values to {@link #read}. */
  public static JsonParser parser(InputStream in) {
    return FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  public static byte[] write(JsonNode node) {
    return MAPPER.writeValueAsString(node).getBytes(UTF_8);
  }

  /** The value that starts at the parser's current token; leaves the parser at its end. */
  public static JsonNode read(JsonParser parser) {
    return new TreeReader(parser, NODES, DEEPEST).read();
  }
}
