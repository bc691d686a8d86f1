package dev.signet.crds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class JsonTest {
  @Test
  void what_was_read_is_written_back() {
    for (String text :
        List.of(
            "{}",
            "{\"a\":[1,-2,3.5,true,false,null,\"x\",{},[]],\"b\":{\"c\":{\"d\":[[\"e\"]]}}}",
            "{\"big\":9223372036854775807,\"bigger\":92233720368547758070}",
            "{\"u\":\"ü\\u0000😀\"}")) {
      assertEquals(text, new String(Json.write(read(text).orElseThrow()), UTF_8));
    }
  }

  @Test
  void equal_numbers_are_equal_nodes() {
    assertEquals(Json.object().put("n", 2L), read("{\"n\":2}").orElseThrow());
  }

  @Test
  void what_is_no_object_or_not_alone_is_nothing() {
    for (String text :
        List.of("", "7", "[]", "null", "{", "{\"a\":", "{} {}", "{}x", "\u0000", "{'a':1}")) {
      assertEquals(Optional.empty(), read(text), text);
    }
  }

  @Test
  @Tag("C-182")
  void no_depth_name_or_number_is_too_much_and_what_is_too_deep_is_left_out() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    JsonNode tree = read("{\"deep\":" + deep + ",\"after\":1}").orElseThrow();
    assertEquals(1, tree.path("after").asLong());
    JsonNode at = tree.path("deep");
    int depth = 0;
    while (at.isArray() && !at.isEmpty()) {
      at = at.path(0);
      depth++;
    }
    assertTrue(at.isNull());
    assertEquals(Json.DEEPEST - 1, depth);
    assertEquals(tree, tree.deepCopy());
    assertTrue(read("{\"" + "n".repeat(1_000_000) + "\":" + "9".repeat(50_000) + "}").isPresent());
    assertTrue(read("{\"s\":\"" + "s".repeat(30_000_000) + "\"}").isPresent());
  }

  private static Optional<ObjectNode> read(String text) {
    return Json.readObject(text.getBytes(UTF_8));
  }
}
