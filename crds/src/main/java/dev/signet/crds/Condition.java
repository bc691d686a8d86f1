package dev.signet.crds;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One condition, without its times.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason for machines: one word in CamelCase
 * @param message for people
 */
public record Condition(
    String type, String status, @Nullable String reason, @Nullable String message) {
  public static final String SYNCED = "Synced";
  public static final String READY = "Ready";
  public static final String RECONCILING = "Reconciling";
  public static final String STALLED = "Stalled";

  static Condition read(JsonNode node) {
    return new Condition(
        node.path("type").stringValue(""),
        node.path("status").stringValue(""),
        textOrNull(node.path("reason")),
        textOrNull(node.path("message")));
  }

  private static @Nullable String textOrNull(JsonNode node) {
    return node.isString() && !node.stringValue().isEmpty() ? node.stringValue() : null;
  }
}
