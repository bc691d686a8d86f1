package dev.signet.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One recorded run of the command; {@code vectors/README.md} describes the fields. */
record RecordedCase(JsonNode json) {
  String name() {
    return json.get("name").asString();
  }

  List<String> rows() {
    return strings("rows");
  }

  List<String> arguments() {
    return strings("args");
  }

  private List<String> strings(String field) {
    List<String> strings = new ArrayList<>();
    json.path(field).forEach(value -> strings.add(value.asString()));
    return strings;
  }

  Map<String, JsonNode> environment() {
    return fields(json.path("env"));
  }

  Map<String, JsonNode> files() {
    return fields(json.path("files"));
  }

  static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  JsonNode stdin() {
    return json.path("stdin");
  }

  /** Text that is typed on a terminal, if standard input is one. */
  Optional<String> typed() {
    return Optional.ofNullable(stdin().path("tty").asString(null));
  }

  boolean hasTerminalForErrors() {
    return json.path("stderr_tty").asBoolean(false);
  }

  Optional<JsonNode> server() {
    return json.has("server") ? Optional.of(json.get("server")) : Optional.empty();
  }

  /** The key that sealed values are expected to open with. */
  String key() {
    return json.path("key").asString("rsa2048-a");
  }

  boolean hasFreeWording() {
    return json.path("wording").asString("").equals("free");
  }

  /** What is wanted: as recorded, or what we do better. */
  JsonNode expectation() {
    return json.has("ours") ? json.get("ours") : json.get("expect");
  }
}
