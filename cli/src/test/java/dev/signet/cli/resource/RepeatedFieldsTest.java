package dev.signet.cli.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A field that is there twice: in JSON the two add up, in YAML the last one counts. */
@Tag("K-35")
@Tag("K-38")
final class RepeatedFieldsTest {
  @TempDir Path folder;

  private String sealed(String secret) {
    Ran ran = Session.in(folder).seal(secret);
    assertEquals(0, ran.exit(), ran.err());
    JsonNode spec = JsonMapper.shared().readTree(ran.out()).get("spec");
    return List.copyOf(spec.get("encryptedData").propertyNames()) + " " + spec.get("template");
  }

  @Test
  void maps_of_json_add_up() {
    assertEquals(
        "[x, y] {\"metadata\":{\"name\":\"a\",\"namespace\":\"b\"}}",
        sealed(
            """
            {"metadata": {"name": "a", "namespace": "b"},
             "data": {"x": "eA=="}, "data": {"y": "eQ=="}}
            """));
    assertEquals(
        "[y, z] {\"metadata\":{\"name\":\"a\",\"namespace\":\"b\",\"labels\":{\"k\":\"1\",\"l\":\"2\"}}}",
        sealed(
            """
            {"metadata": {"name": "a", "namespace": "b", "labels": {"k": "1", "l": "1"}},
             "metadata": {"labels": {"l": "2"}, "name": null},
             "stringData": {"y": "1"}, "StringData": {"z": "1"}}
            """));
  }

  @Test
  void null_takes_away_what_can_be_without() {
    assertEquals(
        "[z] {\"metadata\":{\"name\":\"a\",\"namespace\":\"b\",\"finalizers\":[\"c\"]},\"type\":\"x\"}",
        sealed(
            """
            {"metadata": {"name": "a", "namespace": "b", "labels": {"k": "1"}, "labels": null,
                          "finalizers": ["a", "b"], "finalizers": ["c"]},
             "metadata": null, "type": "x", "type": null,
             "stringData": {"y": "1"}, "stringData": null, "stringData": {"z": "1"}}
            """));
  }

  @Test
  void in_yaml_two_spellings_add_up_and_the_same_twice_does_not() {
    assertEquals(
        "[x, z] {\"metadata\":{\"name\":\"a\",\"namespace\":\"b\",\"labels\":{\"l\":\"1\"}}}",
        sealed(
            """
            Metadata: {labels: {l: "1"}}
            metadata: {name: a, namespace: b}
            StringData: {x: "1"}
            stringData: {q: "1"}
            stringData: {z: "1"}
            """));
  }

  @Test
  void both_are_told() {
    Ran ran =
        Session.in(folder)
            .seal(
                """
                {"metadata": {"name": "a", "namespace": "b"}, "kind": "x", "kind": "Secret",
                 "data": {"x": "eA=="}, "data": {"y": "eQ=="}}
                """);
    assertTrue(ran.err().contains("key \"kind\" is there twice: the last one counts"), ran.err());
    assertTrue(ran.err().contains("key \"data\" is there twice: both count"), ran.err());
  }
}
