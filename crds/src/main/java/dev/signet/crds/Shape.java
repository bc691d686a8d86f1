package dev.signet.crds;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a field must be. Absent and null always pass. */
enum Shape {
  TEXT("a string"),
  WHOLE_NUMBER("a whole number"),
  BOOLEAN("true or false"),
  TIME("a time such as 2006-01-02T15:04:05Z"),
  MAP("a map"),
  TEXTS("a map of strings"),
  LIST_OF_TEXT("a list of strings"),
  LIST_OF_MAPS("a list of maps");

  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  private final String wanted;

  Shape(String wanted) {
    this.wanted = wanted;
  }

  void check(String field, JsonNode node, BiConsumer<String, String> fault) {
    if (!fits(node)) {
      fault.accept(field, wanted);
    }
  }

  private boolean fits(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return true;
    }
    return switch (this) {
      case TEXT -> node.isString();
      case WHOLE_NUMBER -> node.isIntegralNumber() && node.canConvertToLong();
      case BOOLEAN -> node.isBoolean();
      case TIME -> node.isString() && RFC_3339.matcher(node.stringValue()).matches();
      case MAP -> node.isObject();
      case TEXTS -> node.isObject() && node.values().stream().allMatch(TEXT::fits);
      case LIST_OF_TEXT -> node.isArray() && node.values().stream().allMatch(TEXT::fits);
      case LIST_OF_MAPS -> node.isArray() && node.values().stream().allMatch(MAP::fits);
    };
  }
}
