package dev.signet.cli.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as Go does, with the escapes that make it safe inside HTML. Does not recurse, so
 * depth costs no stack.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Layout layout;

  /** What is not closed yet, with what is still to come in it. */
  private sealed interface Open {
    record Fields(Iterator<Map.Entry<String, Value>> rest) implements Open {}

    record Items(Iterator<Value> rest) implements Open {}
  }

  private enum Layout {
    INDENTED,
    COMPACT,
    CANONICAL
  }

  private JsonWriter(Layout layout) {
    this.layout = layout;
  }

  /** Two blanks of indentation, a newline at the end. */
  public static String indented(Value value) {
    return new JsonWriter(Layout.INDENTED).write(value) + "\n";
  }

  /** On one line, no newline at the end. */
  public static String compact(Value value) {
    return new JsonWriter(Layout.COMPACT).write(value);
  }

  /** Equal for values that differ in the order of fields alone. */
  static String canonical(Value value) {
    return new JsonWriter(Layout.CANONICAL).write(value);
  }

  /** A string literal. */
  static String quote(String text) {
    return compact(new Value.Text(text));
  }

  private String write(Value root) {
    value(root);
    while (!open.isEmpty()) {
      switch (open.getFirst()) {
        case Open.Fields(var rest) when rest.hasNext() -> {
          Map.Entry<String, Value> field = rest.next();
          next();
          string(field.getKey());
          out.append(layout == Layout.INDENTED ? ": " : ":");
          value(field.getValue());
        }
        case Open.Items(var rest) when rest.hasNext() -> {
          Value item = rest.next();
          next();
          value(item);
        }
        case Open.Fields f -> close('}');
        case Open.Items i -> close(']');
      }
    }
    return out.toString();
  }

  private void value(Value value) {
    switch (value) {
      case Value.Fields(Map<String, Value> map) when map.isEmpty() -> out.append("{}");
      case Value.Fields(Map<String, Value> map) -> {
        out.append('{');
        open.push(new Open.Fields(entries(map)));
      }
      case Value.Items(List<Value> list) when list.isEmpty() -> out.append("[]");
      case Value.Items(List<Value> list) -> {
        out.append('[');
        open.push(new Open.Items(list.iterator()));
      }
      case Value.Text(String text) -> string(text);
      case Value.Bool(boolean bool) -> out.append(bool);
      case Value.Numeral(String literal) -> out.append(literal);
      case Value.Null() -> out.append("null");
    }
  }

  private Iterator<Map.Entry<String, Value>> entries(Map<String, Value> map) {
    return layout == Layout.CANONICAL
        ? map.entrySet().stream().sorted(Map.Entry.comparingByKey()).iterator()
        : map.entrySet().iterator();
  }

  private void next() {
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append(',');
    }
    newLine();
  }

  private void close(char bracket) {
    open.pop();
    newLine();
    out.append(bracket);
  }

  private void newLine() {
    if (layout == Layout.INDENTED) {
      out.append('\n').repeat("  ", open.size());
    }
  }

  private void string(String text) {
    String mended = Surrogates.mend(text);
    out.append('"');
    for (int i = 0; i < mended.length(); i++) {
      character(mended.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', '\u2028', '\u2029' -> escape(c);
      default -> {
        if (c < ' ') {
          escape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit(c >> shift & 0xF, 16));
    }
  }
}
