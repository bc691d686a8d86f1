package dev.signet.crds;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A status as found. Others may write it, and an older schema drops fields of it: whatever is not
 * well formed reads as absent.
 *
 * @param observedGeneration null where there is none
 * @param handled null where nothing, or not all of it, is there
 */
public record Status(
    List<Condition> conditions, @Nullable Long observedGeneration, @Nullable Handled handled) {
  public Status {
    conditions = List.copyOf(conditions);
  }

  public Optional<Condition> condition(String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  static Status read(JsonNode status) {
    List<Condition> conditions =
        status.path("conditions").values().stream()
            .filter(JsonNode::isObject)
            .map(Condition::read)
            .toList();
    JsonNode generation = status.path("observedGeneration");
    return new Status(
        conditions,
        generation.canConvertToLong() && generation.isIntegralNumber()
            ? generation.longValue()
            : null,
        Handled.read(status.path(Handled.FIELD)).orElse(null));
  }
}
