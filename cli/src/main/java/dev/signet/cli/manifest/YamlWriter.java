package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Writes YAML as kubeseal does, byte for byte: in the layout of Go's yaml.v2. Keys are sorted,
 * lists stand no deeper than their key.
 */
public final class YamlWriter {
  private static final int STEP = 2;
  private static final int LONGEST_KEY = 128;

  private final YamlText text = new YamlText();

  private YamlWriter() {}

  /** A {@code ---} line, then the value, a newline at the end. */
  public static String document(Value value) {
    return "---\n" + bare(value);
  }

  /** The value alone, a newline at the end. */
  static String bare(Value value) {
    YamlWriter writer = new YamlWriter();
    writer.node(value, 0, 0, false);
    return writer.text.finish();
  }

  /**
   * @param indent of the map or list that this may be
   * @param own indent of the one it stands in
   * @param listFits whether a list may stand as deep as its key
   */
  private void node(Value value, int indent, int own, boolean listFits) {
    switch (value) {
      case Value.Fields(Map<String, Value> map) when map.isEmpty() -> text.word("{}");
      case Value.Fields(Map<String, Value> map) -> fields(map, indent);
      case Value.Items(List<Value> list) when list.isEmpty() -> text.word("[]");
      case Value.Items(List<Value> list) -> items(list, listFits ? own : indent);
      case Value.Text(String string) -> text.value(string, own + STEP);
      case Value.Bool(boolean bool) -> text.word(bool ? "true" : "false");
      case Value.Numeral(String literal) -> text.word(number(literal));
      case Value.Null() -> text.word("null");
    }
  }

  private void fields(Map<String, Value> map, int indent) {
    for (String key : sorted(map)) {
      text.indent(indent);
      boolean simple = isSimpleKey(key);
      if (simple) {
        text.key(key);
        text.colon();
      } else {
        text.indicator('?');
        text.value(key, indent + STEP);
        text.indent(indent);
        text.indicator(':');
      }
      node(requireNonNull(map.get(key)), indent + STEP, indent, simple);
    }
  }

  private void items(List<Value> list, int indent) {
    for (Value item : list) {
      text.indent(indent);
      text.indicator('-');
      node(item, indent + STEP, indent, false);
    }
  }

  private static boolean isSimpleKey(String key) {
    return key.chars().noneMatch(ScalarStyle::isBreak) && key.getBytes(UTF_8).length <= LONGEST_KEY;
  }

  /** By a heap: the order of Go is not sound enough for a sort that checks it. */
  private static List<String> sorted(Map<String, Value> map) {
    PriorityQueue<String> queue = new PriorityQueue<>(map.size(), new NaturalOrder());
    queue.addAll(map.keySet());
    List<String> keys = new ArrayList<>();
    while (!queue.isEmpty()) {
      keys.add(queue.remove());
    }
    return keys;
  }

  private static String number(String literal) {
    return switch (Yaml11.meaning(literal)) {
      case Yaml11.Meaning.Whole whole -> whole.value().toString();
      case Yaml11.Meaning.Real real -> GoNumber.general64(real.value());
      default -> literal;
    };
  }
}
