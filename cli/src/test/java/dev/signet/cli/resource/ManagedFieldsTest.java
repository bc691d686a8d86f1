package dev.signet.cli.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected was written by the real kubeseal v0.38.4. */
@Tag("K-45")
@Tag("K-61")
final class ManagedFieldsTest {
  private static final String AROUND =
      "{\"metadata\":{\"name\":\"a\",\"namespace\":\"b\",\"managedFields\":"
          + "[{\"fieldsV1\":%s}]},\"stringData\":{\"k\":\"v\"}}";
  private static final String FIELDS =
      "{\"f:z\":{},\"f:a\":{\"b\":1.0,\"a\":1e5,\"g\":1.50,\"neg\":-0}}";

  @TempDir private Path folder;

  @Test
  void what_json_says_of_fields_stays_as_it_was() {
    assertEquals(
        """
        {
          "f:z": {},
          "f:a": {
            "b": 1.0,
            "a": 1e5,
            "g": 1.50,
            "neg": -0
          }
        }""",
        fields(AROUND.formatted(FIELDS), "\"fieldsV1\": ", "\n          }\n        ]"));
  }

  @Test
  void json_with_a_number_for_a_string_is_yaml() {
    String unfit = AROUND.replace("\"v\"", "1").formatted("{\"z\":1.0,\"a\":{}}");
    assertEquals(
        """
        {
          "a": {},
          "z": 1
        }""",
        fields(unfit, "\"fieldsV1\": ", "\n          }\n        ]"));
  }

  @Test
  void what_yaml_says_of_them_is_sorted() {
    String yaml =
        "metadata: {name: a, namespace: b, managedFields: [{fieldsV1: {f:z: {y: 1, x: [{d: 0x10,"
            + " c: 2}]}, f:a: 1.50}}]}\nstringData: {k: v}\n";
    assertEquals(
        """
        {
          "f:a": 1.5,
          "f:z": {
            "true": 1,
            "x": [
              {
                "c": 2,
                "d": 16
              }
            ]
          }
        }""",
        fields(yaml, "\"fieldsV1\": ", "\n          }\n        ]"));
  }

  @Test
  void yaml_is_written_sorted_whatever_was_read() {
    assertEquals(
        """
        f:a:
          a: 100000
          b: 1
          g: 1.5
          neg: 0
        f:z: {}""",
        fields(AROUND.formatted(FIELDS), "- fieldsV1:\n", "\n      name: a", "-o", "yaml"));
  }

  /** The text between two others, its margin removed. */
  private String fields(String input, String from, String to, String... flags) {
    Ran ran = Session.in(folder).seal(input, flags);
    int start = ran.out().indexOf(from) + from.length();
    String part = ran.out().substring(start, ran.out().indexOf(to, start));
    return ("            " + part).stripIndent().strip().replaceAll("(?m)^ {12}", "");
  }
}
