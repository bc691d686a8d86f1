package dev.signet.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.fault.Marked;
import dev.signet.e2e.fault.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** Plaintext goes through every way of asking the controller, and must come out of none. */
final class MarkerHuntHttpIT {
  @RegisterExtension
  static final Signet signet =
      Signet.withKeys("key-a")
          .flags("--log-level=DEBUG", "--rate-limit=100", "--rate-limit-burst=100");

  private final Marked marked = new Marked(signet.namespace(), signet.sealing());

  /** Those that open, those that do not, and bodies that are no SealedSecret. */
  @Test
  @Tag("C-128")
  @Tag("C-132")
  @Tag("C-181")
  void no_marker_of_a_body_comes_out_anywhere() {
    List<String> answers = new ArrayList<>();
    String good = marked.sealed("http-opens").toString();
    ObjectNode moved = marked.sealed("http-moved");
    moved.withObject("metadata").put("name", "elsewhere");
    String template =
        marked.sealed("http-template", Map.of("data", Map.of("out", "{{ fail .k }}"))).toString();
    String letters = marked.letters("http-body");
    byte[] bytes = marked.bytes("http-bytes");
    for (String path : List.of("/v1/verify", "/v1/rotate")) {
      for (String body :
          List.of(
              good,
              moved.toString(),
              template,
              "",
              letters,
              new String(bytes, ISO_8859_1),
              "{\"kind\": \"" + letters + "\"}",
              "a: {{ " + letters + " }}",
              "!!" + letters + " x",
              good.replace("AQ", letters),
              "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  labels: ["
                  + letters
                  + "]")) {
        answers.add(signet.controller().post(path, body));
      }
    }
    Map<String, String> places = new HashMap<>(Said.by(signet));
    places.keySet().removeAll(Set.of("Events", "statuses"));
    places.put("the answers", String.join("\n", answers));
    places.forEach((place, text) -> assertFalse(text.isEmpty(), place + " is empty"));
    assertEquals(List.of(), marked.foundIn(places));
    System.out.printf("%d markers in %d answers: none%n", marked.size(), answers.size());
  }
}
