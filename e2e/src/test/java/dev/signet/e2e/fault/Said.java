package dev.signet.e2e.fault;

import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Signet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything that the controller of a running test says to anybody, but for answers over HTTP. */
public final class Said {
  private Said() {}

  /** By the place where it is said. */
  public static Map<String, String> by(Signet signet) {
    String namespace = signet.namespace().name();
    return Map.of(
        "the log", signet.controller().log(),
        "the metrics", signet.controller().metrics(),
        "/readyz", signet.controller().get("/readyz"),
        "Events", texts(signet.cluster().list(Kind.EVENT, namespace)),
        "statuses",
            texts(
                signet.cluster().list(Kind.SEALED_SECRET, namespace).stream()
                    .map(it -> it.path("status"))
                    .toList()));
  }

  /** As JSON, and as it is before JSON escapes it. */
  private static String texts(List<JsonNode> trees) {
    StringBuilder all = new StringBuilder(trees.toString());
    Deque<JsonNode> open = new ArrayDeque<>(trees);
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.isString()) {
        all.append('\n').append(node.stringValue());
      }
      node.forEach(open::push);
    }
    return all.toString();
  }
}
