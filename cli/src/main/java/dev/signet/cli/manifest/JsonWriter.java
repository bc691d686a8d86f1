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

  /** What is not closed yet. */
  private abstract static class Open {
    /** Writes the next part, or false if there is none. */
    abstract boolean next();

    abstract char bracket();
  }

  private final class OpenFields extends Open {
    private final Iterator<Map.Entry<String, Value>> rest;

    OpenFields(Iterator<Map.Entry<String, Value>> rest) {
      this.rest = rest;
    }

    @Override
    boolean next() {
      if (!rest.hasNext()) {
        return false;
      }
      Map.Entry<String, Value> field = rest.next();
      separate();
      string(field.getKey());
      out.append(layout == Layout.INDENTED ? ": " : ":");
      value(field.getValue());
      return true;
    }

    @Override
    char bracket() {
      return '}';
    }
  }

  private final class OpenItems extends Open {
    private final Iterator<Value> rest;

    OpenItems(Iterator<Value> rest) {
      this.rest = rest;
    }

    @Override
    boolean next() {
      if (!rest.hasNext()) {
        return false;
      }
      Value item = rest.next();
      separate();
      value(item);
      return true;
    }

    @Override
    char bracket() {
      return ']';
    }
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
      Open last = open.getFirst();
      if (!last.next()) {
        open.pop();
        newLine();
        out.append(last.bracket());
      }
    }
    return out.toString();
  }

  private void value(Value value) {
    if (value instanceof Value.Text(String text)) {
      string(text);
    } else if (value instanceof Value.Fields(Map<String, Value> map)) {
      out.append(map.isEmpty() ? "{}" : "{");
      if (!map.isEmpty()) {
        open.push(new OpenFields(entries(map)));
      }
    } else if (value instanceof Value.Items(List<Value> list)) {
      out.append(list.isEmpty() ? "[]" : "[");
      if (!list.isEmpty()) {
        open.push(new OpenItems(list.iterator()));
      }
    } else {
      out.append(value.word());
    }
  }

  private Iterator<Map.Entry<String, Value>> entries(Map<String, Value> map) {
    return layout == Layout.CANONICAL
        ? map.entrySet().stream().sorted(Map.Entry.comparingByKey()).iterator()
        : map.entrySet().iterator();
  }

  private void separate() {
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append(',');
    }
    newLine();
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
