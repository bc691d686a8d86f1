package dev.signet.controller.kube;

import dev.signet.crds.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one page of a list, an item at a time: no more than one of them is in memory before it is
 * handed over, and none can stop the others.
 */
final class PageReader {
  /**
   * What is around the items.
   *
   * @param next empty on the last page
   */
  record Page(String resourceVersion, String next) {}

  private final Consumer<ObjectNode> items;

  PageReader(Consumer<ObjectNode> items) {
    this.items = items;
  }

  Page read(InputStream body) throws IOException {
    try (JsonParser parser = Json.parser(body)) {
      Page page = readList(parser);
      body.transferTo(OutputStream.nullOutputStream());
      return page;
    } catch (JacksonException broken) {
      // Its text quotes the body.
      throw new IOException("the answer ends early or is no JSON");
    }
  }

  private Page readList(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("the answer is no list");
    }
    JsonNode metadata = Json.object();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("items") && value == JsonToken.START_ARRAY) {
        readItems(parser);
      } else if (field.equals("metadata")) {
        metadata = Json.read(parser);
      } else {
        parser.skipChildren();
      }
    }
    String version = metadata.path("resourceVersion").stringValue("");
    return new Page(version, metadata.path("continue").stringValue(""));
  }

  private void readItems(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (token == null) {
        throw new IOException("the list ends early");
      }
      if (Json.read(parser) instanceof ObjectNode item) {
        items.accept(item);
      }
      token = parser.nextToken();
    }
  }
}
