package dev.signet.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An expected text, and why another is not that. */
final class Expectation {
  private Expectation() {}

  /** Null if the text is as wanted. */
  static @Nullable String mismatch(String what, JsonNode wanted, String got) {
    List<String> problems = problems(wanted, got);
    return problems.isEmpty()
        ? null
        : "%s %s%n  want: %s%n  got:  %s"
            .formatted(what, String.join(", ", problems), clip(wanted.toString()), clip(got));
  }

  private static List<String> problems(JsonNode wanted, String got) {
    if (wanted.isString()) {
      return wanted.asString().equals(got) ? List.of() : List.of("differs");
    }
    if (wanted.has("base64")) {
      return wanted.toString().equals(got) ? List.of() : List.of("differs");
    }
    List<String> problems = new ArrayList<>();
    if (wanted.has("text") && !wanted.get("text").asString().equals(got)) {
      problems.add("is not the text");
    }
    if (wanted.has("one_of")) {
      boolean any = wanted.get("one_of").valueStream().anyMatch(it -> it.asString().equals(got));
      if (!any) {
        problems.add("is none of the allowed texts");
      }
    }
    for (JsonNode part : wanted.path("contains")) {
      if (!got.contains(part.asString())) {
        problems.add("does not contain " + part);
      }
    }
    for (JsonNode part : wanted.path("lacks")) {
      if (got.contains(part.asString())) {
        problems.add("contains " + part);
      }
    }
    if (wanted.has("regex")
        && !Pattern.compile(wanted.get("regex").asString(), Pattern.DOTALL)
            .matcher(got)
            .matches()) {
      problems.add("does not match the expression");
    }
    return problems;
  }

  private static String clip(String text) {
    String shown = text.replace("\n", "\\n");
    return shown.length() <= 1500
        ? shown
        : shown.substring(0, 1500) + "... (%d characters)".formatted(shown.length());
  }
}
