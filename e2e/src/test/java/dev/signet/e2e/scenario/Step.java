package dev.signet.e2e.scenario;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One line of a {@code steps.json}. */
sealed interface Step {
  /** An object as the steps name it, {@code Secret/name}. */
  record Reference(String kind, String name) {
    static Reference parse(String text) {
      String[] parts = text.split("/", 2);
      return new Reference(parts[0], parts[1]);
    }
  }

  record Apply(String file) implements Step {}

  record Delete(Reference object) implements Step {}

  record Patch(Reference object, JsonNode merge) implements Step {}

  record UntilGone(Reference object) implements Step {}

  record Sleep(Duration time) implements Step {}

  record GarbageCollector(boolean runs) implements Step {}

  record Crd(boolean loose) implements Step {}

  record AddOwner(Reference owner) implements Step {}

  record Expect(int number) implements Step {}

  static Step parse(JsonNode line) {
    Set<String> keys = Set.copyOf(line.propertyNames());
    for (String verb : keys) {
      JsonNode value = line.path(verb);
      switch (verb) {
        case "apply" -> {
          return new Apply(value.asString());
        }
        case "delete" -> {
          return new Delete(Reference.parse(value.asString()));
        }
        case "patch" -> {
          return new Patch(Reference.parse(value.asString()), line.path("merge"));
        }
        case "untilGone" -> {
          return new UntilGone(Reference.parse(value.asString()));
        }
        case "sleep" -> {
          return new Sleep(Duration.ofSeconds(value.asInt()));
        }
        case "garbageCollector" -> {
          return new GarbageCollector(value.asString().equals("cont"));
        }
        case "crd" -> {
          return new Crd(value.asString().equals("loose"));
        }
        case "addOwner" -> {
          return new AddOwner(Reference.parse(value.asString()));
        }
        case "expect" -> {
          return new Expect(Integer.parseInt(value.asString()));
        }
        // What goes with a verb: the body of a patch, and "at once", which every step is.
        case "merge", "at" -> {}
        default -> throw new IllegalArgumentException("no such step: " + line);
      }
    }
    throw new IllegalArgumentException("no step in " + line);
  }
}
