package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Writes YAML as kubeseal does, byte for byte: in the layout of Go's yaml.v2. Keys are sorted,
 * lists stand no deeper than their key. Does not recurse, so depth costs no stack.
 */
public final class YamlWriter {
  private static final int STEP = 2;
  private static final int LONGEST_KEY = 128;

  private final YamlText text = new YamlText();
  private final Deque<Open> open = new ArrayDeque<>();

  /** A map or list with what is still to come in it. */
  private sealed interface Open {
    record Fields(Iterator<Map.Entry<String, Value>> rest, int indent) implements Open {}

    record Items(Iterator<Value> rest, int indent) implements Open {}
  }

  private YamlWriter() {}

  /** A {@code ---} line, then the value, a newline at the end. */
  public static String document(Value value) {
    return "---\n" + bare(value);
  }

  /** The value alone, a newline at the end. */
  static String bare(Value value) {
    return new YamlWriter().write(value);
  }

  private String write(Value root) {
    value(root, 0, 0);
    while (!open.isEmpty()) {
      switch (open.getFirst()) {
        case Open.Fields(var rest, int indent) when rest.hasNext() -> field(rest.next(), indent);
        case Open.Items(var rest, int indent) when rest.hasNext() -> {
          text.indent(indent);
          text.indicator('-');
          value(rest.next(), indent + STEP, indent + STEP);
        }
        case Open.Fields f -> open.pop();
        case Open.Items i -> open.pop();
      }
    }
    return text.finish();
  }

  private void field(Map.Entry<String, Value> field, int indent) {
    String key = field.getKey();
    text.indent(indent);
    if (isSimpleKey(key)) {
      text.key(key);
      text.colon();
      value(field.getValue(), indent + STEP, indent);
    } else {
      text.indicator('?');
      text.value(key, indent + STEP);
      text.indent(indent);
      text.indicator(':');
      value(field.getValue(), indent + STEP, indent + STEP);
    }
  }

  /** Writes it, or opens it at the indent for what it is. */
  private void value(Value value, int indent, int listIndent) {
    switch (value) {
      case Value.Fields(Map<String, Value> map) when map.isEmpty() -> text.word("{}");
      case Value.Fields(Map<String, Value> map) -> open.push(new Open.Fields(sorted(map), indent));
      case Value.Items(List<Value> list) when list.isEmpty() -> text.word("[]");
      case Value.Items(List<Value> list) -> open.push(new Open.Items(list.iterator(), listIndent));
      case Value.Text(String string) -> text.value(string, Math.max(indent, STEP));
      case Value.Bool(boolean bool) -> text.word(bool ? "true" : "false");
      case Value.Numeral(String literal) -> text.word(number(literal));
      case Value.Null() -> text.word("null");
    }
  }

  private static boolean isSimpleKey(String key) {
    return key.chars().noneMatch(ScalarStyle::isBreak) && key.getBytes(UTF_8).length <= LONGEST_KEY;
  }

  /** By a heap: the order of Go is not sound enough for a sort that checks it. */
  private static Iterator<Map.Entry<String, Value>> sorted(Map<String, Value> map) {
    PriorityQueue<Map.Entry<String, Value>> queue =
        new PriorityQueue<>(map.size(), Map.Entry.comparingByKey(new NaturalOrder()));
    queue.addAll(map.entrySet());
    return Stream.generate(queue::remove).limit(map.size()).iterator();
  }

  private static String number(String literal) {
    return switch (Yaml11.meaning(literal)) {
      case Yaml11.Meaning.Whole whole -> whole.value().toString();
      case Yaml11.Meaning.Real real -> GoNumber.general64(real.value());
      default -> literal;
    };
  }
}
