package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Writes YAML as kubeseal does, byte for byte: in the layout of Go's yaml.v2. Keys are sorted,
 * lists stand no deeper than their key. Does not recurse, so depth costs no stack.
 */
public final class YamlWriter {
  private static final int STEP = 2;
  private static final int LONGEST_KEY = 128;

  private final YamlText text = new YamlText();
  private final Deque<Open> open = new ArrayDeque<>();

  /** A map or list of which more is to come. */
  private abstract static class Open {
    /** Writes the next part, or false if there is none. */
    abstract boolean next();
  }

  private final class OpenFields extends Open {
    private final Queue<Map.Entry<String, Value>> rest;
    private final int indent;

    OpenFields(Queue<Map.Entry<String, Value>> rest, int indent) {
      this.rest = rest;
      this.indent = indent;
    }

    @Override
    boolean next() {
      Map.Entry<String, Value> field = rest.poll();
      if (field == null) {
        return false;
      }
      field(field.getKey(), field.getValue(), indent);
      return true;
    }
  }

  private final class OpenItems extends Open {
    private final Iterator<Value> rest;
    private final int indent;

    OpenItems(Iterator<Value> rest, int indent) {
      this.rest = rest;
      this.indent = indent;
    }

    @Override
    boolean next() {
      if (!rest.hasNext()) {
        return false;
      }
      text.indent(indent);
      text.indicator('-');
      value(rest.next(), indent + STEP, indent + STEP);
      return true;
    }
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
      if (!open.getFirst().next()) {
        open.pop();
      }
    }
    return text.finish();
  }

  private void field(String key, Value value, int indent) {
    text.indent(indent);
    if (isSimpleKey(key)) {
      text.key(key);
      text.colon();
      value(value, indent + STEP, indent);
    } else {
      text.indicator('?');
      text.value(key, indent + STEP);
      text.indent(indent);
      text.indicator(':');
      value(value, indent + STEP, indent + STEP);
    }
  }

  /** Writes it, or opens it at the indent for what it is. */
  private void value(Value value, int indent, int listIndent) {
    if (value instanceof Value.Text(String string)) {
      text.value(string, Math.max(indent, STEP));
    } else if (value instanceof Value.Fields(Map<String, Value> map) && !map.isEmpty()) {
      open.push(new OpenFields(sorted(map), indent));
    } else if (value instanceof Value.Items(List<Value> list) && !list.isEmpty()) {
      open.push(new OpenItems(list.iterator(), listIndent));
    } else {
      text.word(word(value));
    }
  }

  private static String word(Value value) {
    if (value instanceof Value.Fields) {
      return "{}";
    }
    if (value instanceof Value.Items) {
      return "[]";
    }
    return value instanceof Value.Numeral(String literal) ? number(literal) : value.word();
  }

  private static boolean isSimpleKey(String key) {
    return key.chars().noneMatch(ScalarStyle::isBreak) && key.getBytes(UTF_8).length <= LONGEST_KEY;
  }

  /** By a heap: the order of Go is not sound enough for a sort that checks it. */
  private static Queue<Map.Entry<String, Value>> sorted(Map<String, Value> map) {
    NaturalOrder order = new NaturalOrder();
    Queue<Map.Entry<String, Value>> queue =
        new PriorityQueue<>(map.size(), (a, b) -> order.compare(a.getKey(), b.getKey()));
    queue.addAll(map.entrySet());
    return queue;
  }

  private static String number(String literal) {
    Yaml11.Meaning meaning = Yaml11.meaning(literal);
    if (meaning instanceof Yaml11.Meaning.Real real) {
      return GoNumber.general64(real.value());
    }
    return meaning.string(literal);
  }
}
