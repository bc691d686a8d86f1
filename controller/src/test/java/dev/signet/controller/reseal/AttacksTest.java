package dev.signet.controller.reseal;

import static dev.signet.controller.reseal.Caller.STRICT;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.reseal.RecordedExchange.Reply;
import dev.signet.crypto.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** What somebody tries who reaches the port, and perhaps has a ciphertext that is not his. */
@Timeout(120)
final class AttacksTest {
  private static final String MARKER = "MARKERiNfJ8wqCXvB2hT5zRk";
  private static final String CLUSTER_WIDE = "sealedsecrets.bitnami.com/cluster-wide";
  private static final String NAMESPACE_WIDE = "sealedsecrets.bitnami.com/namespace-wide";

  private final Caller caller = new Caller();

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  @Tag("C-177")
  void a_wider_scope_in_the_template_widens_nothing() throws Exception {
    for (String wide : List.of(CLUSTER_WIDE, NAMESPACE_WIDE)) {
      ObjectNode object = caller.sealed(STRICT, MARKER);
      object
          .withObject("spec")
          .withObject("template")
          .withObject("metadata")
          .withObject("annotations")
          .put(wide, "true");
      Reply reply = caller.rotate(object);
      assertEquals(200, reply.code());
      String item = Caller.item(reply);
      assertEquals(Optional.of(MARKER), caller.open(item, STRICT));
      assertEquals(Optional.empty(), caller.open(item, new Scope.ClusterWide()));
      assertEquals(Optional.empty(), caller.open(item, new Scope.NamespaceWide("ns")));
    }
  }

  @Test
  @Tag("C-178")
  void a_scope_that_did_not_seal_it_does_not_open_it() throws Exception {
    for (String wide : List.of(CLUSTER_WIDE, NAMESPACE_WIDE)) {
      ObjectNode object = caller.sealed(STRICT, MARKER);
      object.withObject("metadata").withObject("annotations").put(wide, "true");
      assertEquals(409, caller.rotate(object).code());
      assertEquals(409, caller.verify(object).code());
    }
    ObjectNode moved = caller.sealed(STRICT, MARKER);
    moved.withObject("metadata").put("name", "mine");
    assertEquals(409, caller.rotate(moved).code());
  }

  @Test
  @Tag("C-179")
  @Tag("C-180")
  @Tag("C-189")
  @Tag("C-190")
  void no_template_tells_anything_of_a_value() throws Exception {
    for (String template :
        List.of(
            "{{ if hasPrefix \"M\" .k }}{{ else }}{{ fail \"no\" }}{{ end }}",
            "{{ if hasPrefix \"x\" .k }}{{ else }}{{ fail \"no\" }}{{ end }}",
            "{{ fail .k }}",
            "{{ .k",
            "{{ env \"HOME\" }}{{ getHostByName .k }}",
            "{{ repeat 2000000 .k }}",
            "{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}")) {
      ObjectNode object = caller.sealed(STRICT, MARKER);
      object.withObject("spec").withObject("template").withObject("data").put("out", template);
      Reply verified = caller.verify(object);
      assertEquals("200 ", verified.code() + " " + verified.body(), template);
      Reply rotated = caller.rotate(object);
      assertEquals(200, rotated.code(), template);
      ObjectNode got = Caller.tree(rotated);
      assertEquals(1, got.at("/spec/encryptedData").size());
      assertEquals(template, got.at("/spec/template/data/out").stringValue());
    }
    assertFalse(caller.doorstep.lines.all().toString().contains(MARKER));
  }

  @Test
  @Tag("C-195")
  void whatever_does_not_open_does_not_open_in_the_same_words() throws Exception {
    String good = caller.item(STRICT, MARKER);
    byte[] bytes = Base64.getDecoder().decode(good);
    for (int flipped : List.of(0, 1, 2, 5, 100, 257, 258, 270, bytes.length - 1)) {
      byte[] bad = bytes.clone();
      bad[flipped] ^= 1;
      ObjectNode object = caller.sealed(STRICT, MARKER);
      object
          .withObject("spec")
          .withObject("encryptedData")
          .put("k", Base64.getEncoder().encodeToString(bad));
      Reply reply = caller.rotate(object);
      assertEquals(
          "409 no key could decrypt secret (k)\n", reply.code() + " " + reply.body(), "" + flipped);
      assertEquals("", caller.verify(object).body());
    }
  }

  @Test
  @Tag("C-191")
  @Tag("C-153")
  @Tag("C-154")
  void what_is_no_manifest_is_refused_with_a_reason_that_quotes_nothing() throws Exception {
    Map<String, String> bodies = new LinkedHashMap<>();
    String laughs =
        "a: &a [" + MARKER + "]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(1);
    StringBuilder billion = new StringBuilder(laughs);
    for (char c = 'c'; c < 'p'; c++) {
      char before = (char) (c - 1);
      billion.append("%c: &%c [%s]\n".formatted(c, c, ("*" + before + ",").repeat(10)));
    }
    bodies.put("aliases that multiply", billion.toString());
    bodies.put("an alias of itself", "a: &a [*a]\n");
    bodies.put("deep JSON", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    bodies.put("deep YAML", "a: " + "[".repeat(100_000));
    bodies.put("deep blocks", deepBlocks());
    bodies.put("a tag", "!!java.net.URL [http://127.0.0.1/" + MARKER + "]");
    bodies.put("a merge", "a: &a {k: v}\n<<: *a\n");
    bodies.put("a name twice", "a: 1\na: 2\n");
    bodies.put("a chart", "metadata:\n  name: {{ .Values." + MARKER + " }}\n");
    bodies.put("control characters", "kind: \u0001" + MARKER);
    bodies.put("a list", "[" + MARKER + "]");
    bodies.put("a text", MARKER);
    bodies.put("a List", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}");
    bodies.put("nothing", "");
    bodies.put("a comment", "# " + MARKER);
    bodies.put("an item of another type", with("encryptedData", "{\"k\": 5}"));
    bodies.put("items of another type", with("encryptedData", "[\"" + MARKER + "\"]"));
    bodies.put("a template of another type", with("template", "{\"metadata\": 7}"));
    bodies.put(
        "an annotation of another type",
        with("encryptedData", "{}").replace("\"name\": \"n\"", "\"annotations\": {\"a\": true}"));
    for (String path : List.of("/v1/verify", "/v1/rotate")) {
      bodies.forEach((what, body) -> assertRefused(path, what, body.getBytes(UTF_8)));
      assertRefused(path, "UTF-16", with("encryptedData", "{}").getBytes(UTF_16));
      assertRefused(path, "no UTF-8", new byte[] {'a', ':', (byte) 0xff});
    }
    assertFalse(caller.doorstep.lines.all().toString().contains(MARKER));
    assertEquals(200, caller.verify(caller.sealed(STRICT, "v")).code());
  }

  @Test
  @Tag("C-164")
  void a_body_over_ten_mebibytes_is_refused_without_reading_past_them() throws Exception {
    int limit = 10 * 1024 * 1024;
    byte[] head =
        "POST /v1/verify HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
            .formatted(Long.MAX_VALUE)
            .getBytes(UTF_8);
    assertEquals(413, caller.doorstep.send(head).code());
    String padding = " ".repeat(limit - caller.sealed(STRICT, "v").toString().length());
    assertEquals(
        200, caller.doorstep.post("/v1/verify", caller.sealed(STRICT, "v") + padding).code());
    ByteArrayOutputStream chunked = new ByteArrayOutputStream();
    chunked.writeBytes(
        "POST /v1/verify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(UTF_8));
    chunked.writeBytes("%x\r\n%s".formatted(Long.MAX_VALUE, " ".repeat(limit + 1)).getBytes(UTF_8));
    assertEquals(413, caller.doorstep.send(chunked.toByteArray()).code());
  }

  private void assertRefused(String path, String what, byte[] body) {
    try {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.writeBytes(
          "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, body.length)
              .getBytes(UTF_8));
      request.writeBytes(body);
      Reply reply = caller.doorstep.send(request.toByteArray());
      assertEquals(400, reply.code(), what);
      assertTrue(reply.body().matches("[ -~]{5,100}\n"), what + ": " + reply.body());
      assertFalse(reply.body().contains(MARKER), what);
    } catch (IOException e) {
      throw new AssertionError(what, e);
    }
  }

  private static String deepBlocks() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static String with(String field, String value) {
    return """
        {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret",
         "metadata": {"name": "n"}, "spec": {"%s": %s}}
        """
        .formatted(field, value);
  }
}
