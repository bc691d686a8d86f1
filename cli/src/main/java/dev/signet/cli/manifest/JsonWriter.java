package dev.signet.cli.manifest;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON as Go does, with the escapes that make it safe inside HTML. */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;
  private int depth;

  private JsonWriter(boolean indented) {
    this.indented = indented;
  }

  /** Two blanks of indentation, a newline at the end. */
  public static String indented(Value value) {
    JsonWriter writer = new JsonWriter(true);
    writer.write(value);
    return writer.out.append('\n').toString();
  }

  /** On one line, no newline at the end. */
  public static String compact(Value value) {
    JsonWriter writer = new JsonWriter(false);
    writer.write(value);
    return writer.out.toString();
  }

  /** A string literal. */
  static String quote(String text) {
    JsonWriter writer = new JsonWriter(false);
    writer.string(text);
    return writer.out.toString();
  }

  private void write(Value value) {
    switch (value) {
      case Value.Fields(Map<String, Value> map) -> fields(map);
      case Value.Items(List<Value> list) -> items(list);
      case Value.Text(String text) -> string(text);
      case Value.Bool(boolean bool) -> out.append(bool);
      case Value.Numeral(String literal) -> out.append(literal);
      case Value.Null() -> out.append("null");
    }
  }

  private void fields(Map<String, Value> map) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    open('{');
    Iterator<Map.Entry<String, Value>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Value> entry = entries.next();
      string(entry.getKey());
      out.append(indented ? ": " : ":");
      write(entry.getValue());
      next(entries.hasNext());
    }
    out.append('}');
  }

  private void items(List<Value> list) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    open('[');
    Iterator<Value> items = list.iterator();
    while (items.hasNext()) {
      write(items.next());
      next(items.hasNext());
    }
    out.append(']');
  }

  private void open(char bracket) {
    out.append(bracket);
    depth++;
    newLine();
  }

  private void next(boolean more) {
    if (more) {
      out.append(',');
    } else {
      depth--;
    }
    newLine();
  }

  private void newLine() {
    if (indented) {
      out.append('\n').repeat("  ", depth);
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
      out.append(HEX.charAt(c >> shift & 0xF));
    }
  }
}
