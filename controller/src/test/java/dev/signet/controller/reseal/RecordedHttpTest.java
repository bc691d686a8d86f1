package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.reseal.RecordedExchange.Reply;
import dev.signet.controller.reseal.Resealing.DeprecatedField;
import dev.signet.crds.Json;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Scope;
import dev.signet.crypto.SealedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every recorded exchange, as it was recorded, or as we answer on purpose: {@link #OURS} has the
 * code and what the body says of each of those, and an exchange of neither kind fails.
 */
@Timeout(120)
@Tag("C-148")
@Tag("C-149")
@Tag("C-150")
@Tag("C-151")
@Tag("C-152")
@Tag("C-153")
@Tag("C-154")
@Tag("C-155")
@Tag("C-156")
@Tag("C-157")
@Tag("C-158")
@Tag("C-159")
@Tag("C-161")
@Tag("C-162")
final class RecordedHttpTest {
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("08", "200 ok\n"),
          Map.entry("15", "400 several documents: send one at a time\n"),
          Map.entry("16", "400 the body is empty\n"),
          Map.entry("18", "400 not a SealedSecret of bitnami.com/v1alpha1\n"),
          Map.entry("19", "400 not a SealedSecret of bitnami.com/v1alpha1\n"),
          Map.entry(
              "21", "400 a field has no plain name: is it a chart that is not rendered yet?\n"),
          Map.entry("28", "200 "),
          Map.entry("34", "409 no key could decrypt secret (k)\n"),
          Map.entry("35", "400 not a SealedSecret of bitnami.com/v1alpha1\n"),
          Map.entry("36", "400 not a SealedSecret of bitnami.com/v1alpha1\n"),
          Map.entry("38", "400 several documents: send one at a time\n"),
          Map.entry("42", "400 metadata.namespace is missing\n"),
          // The limit is one for all, whatever a caller says of where he comes from.
          Map.entry("56", "429 limit exceeded\n"));

  @Test
  void every_recorded_exchange_is_answered_as_recorded_or_better_on_purpose() throws Exception {
    List<RecordedExchange> all = RecordedExchange.all();
    Map<String, Integer> count = new TreeMap<>();
    try (Doorstep usual = Doorstep.open();
        Doorstep narrow = new Doorstep(2, 2, () -> 0, DeprecatedField.ACCEPTED)) {
      for (RecordedExchange each : all) {
        boolean isOfLimits = each.number().compareTo("51") >= 0;
        if (each.number().equals("53")) {
          // The second of the five was not kept.
          narrow.send(each.request());
        }
        Reply reply = (isOfLimits ? narrow : usual).send(each.request());
        count.merge(check(each, reply), 1, Integer::sum);
      }
      assertTrue(usual.lines.containing("Error validating secret").size() >= 5);
      assertTrue(usual.lines.containing("Error rotating secret").size() >= 5);
      assertTrue(
          usual.lines.containing("Please align your Sealed Secret metadata").size() >= 5,
          usual.lines.all()::toString);
    }
    System.out.printf("%d recorded exchanges of http: %s%n", all.size(), count);
    assertFalse(all.isEmpty());
  }

  private static String check(RecordedExchange each, Reply reply) throws Exception {
    String ours = OURS.get(each.number());
    if (ours != null) {
      assertEquals(ours, reply.code() + " " + reply.body(), each.name());
      return "better on purpose";
    }
    // Its template fails, and is not run.
    int recorded = each.number().equals("39") ? 200 : each.reply().code();
    assertEquals(recorded, reply.code(), each.name());
    if (each.path().equals("/v1/rotate")) {
      checkRotated(each, reply);
      return "rotated, opened and compared";
    }
    assertEquals(each.reply().body(), reply.body(), each.name());
    for (Map.Entry<String, String> header : each.reply().headers().entrySet()) {
      if (header.getKey().equals("X-Ratelimit-Remaining") && !isOfLimits(each)) {
        // Of a bucket that the exchanges before have drawn from.
        assertTrue(reply.headers().containsKey(header.getKey()), each.name());
      } else {
        assertEquals(header.getValue(), reply.headers().get(header.getKey()), each.name());
      }
    }
    TreeSet<String> more = new TreeSet<>(reply.headers().keySet());
    more.removeAll(each.reply().headers().keySet());
    more.removeAll(List.of("Cache-Control", "ETag"));
    assertTrue(more.isEmpty(), () -> each.name() + " has " + more);
    return "as recorded";
  }

  private static boolean isOfLimits(RecordedExchange each) {
    return each.number().compareTo("51") >= 0;
  }

  /** The object that was sent, but for its ciphertexts, and those open to what the sent ones do. */
  private static void checkRotated(RecordedExchange each, Reply reply) throws Exception {
    assertEquals("application/json", reply.headers().get("Content-Type"), each.name());
    assertFalse(reply.body().endsWith("\n"), each.name());
    ObjectNode sent = Json.readObject(each.body().getBytes(UTF_8)).orElseThrow();
    ObjectNode got = Json.readObject(reply.body().getBytes(UTF_8)).orElseThrow();
    Map<String, String> before = texts(sent);
    Map<String, String> after = texts(got);
    assertEquals(open(sent, before, "key-b", "key-a"), open(got, after, "key-b"), each.name());
    before.forEach((name, text) -> assertFalse(text.equals(after.get(name)), each.name()));
    assertEquals(withoutCiphertexts(sent), withoutCiphertexts(got), each.name());
    assertEquals(
        List.copyOf(sent.propertyNames()).stream().filter(it -> !it.equals("status")).toList(),
        List.copyOf(got.propertyNames()),
        each.name());
  }

  private static Map<String, String> open(
      ObjectNode tree, Map<String, String> texts, String... keys) throws Exception {
    JsonNode metadata = tree.path("metadata");
    Map<String, String> annotations = new TreeMap<>();
    metadata
        .path("annotations")
        .properties()
        .forEach(it -> annotations.put(it.getKey(), it.getValue().stringValue()));
    Scope scope =
        Scope.of(
            metadata.path("namespace").stringValue(""),
            metadata.path("name").stringValue(""),
            annotations);
    KeyRing ring = KeyRing.of(List.of(keys).stream().map(Doorstep::key).toList());
    Map<String, String> opened = new TreeMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      var plaintext =
          ring.open(SealedText.decode(text.getValue()), scope, List.of()).plaintext().reveal();
      opened.put(text.getKey(), new String(plaintext, UTF_8));
    }
    return opened;
  }

  private static Map<String, String> texts(ObjectNode tree) {
    Map<String, String> texts = new TreeMap<>();
    tree.path("spec")
        .path("encryptedData")
        .properties()
        .forEach(it -> texts.put(it.getKey(), it.getValue().stringValue()));
    if (tree.path("spec").path("data").isString()) {
      texts.put("data", tree.path("spec").path("data").stringValue());
    }
    return texts;
  }

  private static ObjectNode withoutCiphertexts(ObjectNode tree) {
    ObjectNode copy = tree.deepCopy();
    copy.remove("status");
    copy.withObject("metadata").remove(List.of("uid", "resourceVersion", "managedFields"));
    copy.withObject("spec").remove("encryptedData");
    copy.withObject("spec").remove("data");
    return copy;
  }
}
