package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cli.peer.Invocation.Content;
import dev.signet.crypto.Bytes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What drawn runs brought to light, each made small; what the real program says was looked up. */
final class FoundByDrawingTest {
  private final KeySet keys = KeySet.load();
  private final SortedMap<String, Content> files = new TreeMap<>();

  FoundByDrawingTest() {
    files.put("c.pem", Content.text(keys.text("rsa2048-a", "crt")));
  }

  @Test
  @Tag("K-57")
  void a_user_that_does_not_exist_has_no_part_in_the_namespace() {
    files.put(
        "home/.kube/config",
        Content.text(
            """
            current-context: dev
            clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
            contexts: [{name: dev, context: {cluster: c, user: u, namespace: team-k}}]
            """));
    Outcome outcome = seal("{metadata: {name: a}, data: {x: ''}}", "--user=no", "--as-group=g");
    assertEquals("", outcome.withoutHints().stderr());
    assertEquals(List.of("  namespace: team-k"), lines(outcome, "  namespace: "));
  }

  @Test
  @Tag("K-37")
  void a_number_that_no_field_of_the_api_holds_is_refused_though_the_field_is_dropped() {
    String input = "{metadata: {name: a, namespace: b, generation: %s}, data: {x: ''}}";
    assertEquals(0, seal(input.formatted("9223372036854775807")).exit());
    assertEquals(1, seal(input.formatted("9223372036854775808")).exit());
  }

  private Outcome seal(String input, String... args) {
    Invocation invocation =
        new Invocation(
            List.of("--cert", "c.pem", "-o", "yaml"),
            Map.of(),
            Bytes.of(input.getBytes(UTF_8)),
            files);
    return new Own(keys).run(invocation.withArgs(List.of(args)));
  }

  private static List<String> lines(Outcome outcome, String start) {
    return outcome.stdout().lines().filter(line -> line.startsWith(start)).toList();
  }
}
