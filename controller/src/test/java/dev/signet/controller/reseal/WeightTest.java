package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What takes much more memory as a tree than on its way. */
@Timeout(120)
@Tag("C-191")
final class WeightTest {
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final String TOO_HEAVY = "larger than it looks";

  /** What an item of the smallest key takes that is in use, and nothing inside. */
  private static final int SMALLEST_ITEM = 368;

  @Test
  void ten_mebibytes_of_small_values_are_refused() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("JSON objects", "{\"a\":[" + filled("{},") + "{}]}");
    bodies.put("JSON texts", "{\"a\":[" + filled("\"a\",") + "\"a\"]}");
    bodies.put("JSON lists that do not end", "{\"a\":[" + filled("[],"));
    bodies.put("YAML objects", "a: [" + filled("{},") + "{}]");
    bodies.put("YAML texts", "a: [" + filled("\"a\",") + "\"a\"]");
    bodies.put("YAML texts in lines", "a:\n" + filled("- \"a\"\n"));
    bodies.put("YAML documents", filled("--- {}\n"));
    bodies.forEach((what, body) -> assertEquals(TOO_HEAVY, refusal(body), what));
  }

  @Test
  void names_weigh_as_values_do() {
    String names =
        IntStream.range(0, 600_000)
            .mapToObj(i -> "\"" + i + "\":0")
            .collect(Collectors.joining(","));
    assertEquals(TOO_HEAVY, refusal("{\"a\":{" + names + "}}"));
    assertEquals(TOO_HEAVY, refusal("a: {" + names.replace(":", ": ") + "}"));
  }

  @Test
  void many_small_bodies_that_multiply_do_not_add_up() {
    String laughs =
        """
        a: &a [x,x,x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
        """;
    assertEquals("not a SealedSecret of bitnami.com/v1alpha1", refusal(laughs));
    assertEquals(TOO_HEAVY, refusal(laughs + "d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"));
  }

  @Test
  void a_number_of_more_than_a_thousand_characters_is_refused_before_it_is_made() throws Exception {
    String tooLong = "a number is longer than 1000 characters";
    for (int digits : new int[] {1_001, LARGEST - 300}) {
      for (String number :
          new String[] {
            "9".repeat(digits), "-" + "9".repeat(digits - 1), "1." + "0".repeat(digits - 2)
          }) {
        assertEquals(tooLong, refusal("{\"a\": " + number + "}"));
        assertEquals(tooLong, refusal("a: " + number));
      }
    }
    String thousand = "9".repeat(1_000);
    String json = object("\"template\": {\"a\": " + thousand + "}, \"encryptedData\": {}");
    assertEquals(thousand, read(json).tree().at("/spec/template/a").bigIntegerValue().toString());
    assertEquals(
        "9".repeat(1_001),
        read(json.replace(thousand, "\"9" + thousand + "\""))
            .tree()
            .at("/spec/template/a")
            .stringValue());
  }

  @Test
  void aliases_of_what_is_deep_do_not_make_it_deeper_than_may_be() {
    StringBuilder text = new StringBuilder("a0: &a0 []\n");
    for (int i = 1; i < 50; i++) {
      text.append("a%d: &a%d %s*a%d%s\n".formatted(i, i, "[".repeat(90), i - 1, "]".repeat(90)));
    }
    String comment = "#" + "x".repeat(LARGEST / 2);
    assertEquals("nested too deep", refusal(text + comment));
    assertEquals("not a SealedSecret of bitnami.com/v1alpha1", refusal(aliasAt(98)));
    assertEquals("nested too deep", refusal(aliasAt(99)));
  }

  @Test
  void as_many_items_as_there_is_room_for_are_read() throws Exception {
    for (int length : new int[] {SMALLEST_ITEM, 1_500, LARGEST / 2 - 200}) {
      int count = (LARGEST - 300) / (length + 14);
      String item = "A".repeat(length);
      String items =
          IntStream.range(0, count)
              .mapToObj(i -> "\"k%05d\": \"%s\"".formatted(i, item))
              .collect(Collectors.joining(",\n"));
      String json = object("\"encryptedData\": {" + items + "}");
      assertEquals(count, read(json).spec().encryptedData().size());
      if (length == SMALLEST_ITEM) {
        assertEquals(count, read("# YAML\n" + json).spec().encryptedData().size());
      }
    }
  }

  @Test
  void the_sender_is_told_and_the_server_stays() throws Exception {
    try (Caller caller = new Caller()) {
      for (String path : new String[] {"/v1/verify", "/v1/rotate"}) {
        var reply = caller.doorstep.post(path, "{\"a\":[" + filled("{},") + "{}]}");
        assertEquals("400 " + TOO_HEAVY + "\n", reply.code() + " " + reply.body());
      }
      assertEquals(200, caller.verify(caller.sealed(Caller.STRICT, "v")).code());
    }
  }

  private static String object(String spec) {
    return """
        {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret",
         "metadata": {"name": "n", "namespace": "ns"}, "spec": {%s}}
        """
        .formatted(spec);
  }

  private static String aliasAt(int depth) {
    return "a: &a []\nb: " + "[".repeat(depth) + "*a" + "]".repeat(depth);
  }

  private static String filled(String what) {
    return what.repeat((LARGEST - 100) / what.length());
  }

  private static String refusal(String body) {
    return assertThrows(NoManifestException.class, () -> read(body)).why();
  }

  private static Manifest read(String body) throws NoManifestException {
    return Manifest.read(ByteBuffer.wrap(body.getBytes(UTF_8)));
  }
}
