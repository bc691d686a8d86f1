package dev.signet.template.json;

import dev.signet.template.format.Floats;
import dev.signet.template.format.Octets;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.value.Type;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes one value. */
public final class JsonWriter {
  private static final String HTML = "<>&";
  private static final String INDENT = "  ";

  private final Octets out;
  private final Set<Style> style;
  private final Set<SortedMap<String, Value>> open =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;

  /** Departures from the plain form. */
  public enum Style {
    /** Characters that mean something in HTML are escaped. */
    ESCAPED,
    /** One item a line. */
    INDENTED
  }

  public JsonWriter(Octets out, Set<Style> style) {
    this.out = out;
    this.style = style;
  }

  public void write(Value value) throws JsonException {
    out.budget().step();
    switch (value) {
      case Value.Nil _, Value.NilPointer _ -> out.add("null");
      case Value.Bool(boolean isTrue) -> out.add(isTrue ? "true" : "false");
      case Value.Int number -> out.add(number.digits());
      case Value.Real(double number) -> real(number);
      case Value.Complex _ -> throw new JsonException("json: unsupported type: complex128");
      case Value.Text(String octets) -> string(octets);
      case Value.Items items when items.isNil() -> out.add("null");
      case Value.Dict dict when dict.isNil() -> out.add("null");
      case Value.Items items when items.type() == Type.BYTES ->
          string(
              Value.Text.of(Base64.getEncoder().encode(Value.Text.octets(items.octets()).toBytes()))
                  .octets());
      case Value.Items items -> nested(() -> items(items));
      case Value.Dict dict -> nested(() -> dict(dict));
      case Value.Opaque opaque -> opaque(opaque);
    }
  }

  /** The exception, if any, is handed over, as a stack of its own may lie between. */
  private interface Part {
    void write() throws JsonException;
  }

  private void nested(Part part) throws JsonException {
    out.budget().depth(++depth);
    JsonException failure =
        depth == DeepStack.FROM
            ? DeepStack.call(out.budget(), () -> new Attempt(attempt(part))).failure()
            : attempt(part);
    depth--;
    if (failure != null) {
      throw failure;
    }
  }

  private record Attempt(@Nullable JsonException failure) {}

  private static @Nullable JsonException attempt(Part part) {
    try {
      part.write();
      return null;
    } catch (JsonException e) {
      return e;
    }
  }

  private void opaque(Value.Opaque opaque) throws JsonException {
    Value json = opaque.json();
    if (json instanceof Value.Nil) {
      throw new JsonException("json: error calling MarshalJSON for type " + opaque.type());
    }
    write(json);
  }

  private void items(Value.Items items) throws JsonException {
    out.add('[');
    for (int index = 0; index < items.list().size(); index++) {
      out.add(index == 0 ? "" : ",");
      newLine();
      write(items.list().get(index));
    }
    close(items.list().isEmpty(), ']');
  }

  private void dict(Value.Dict dict) throws JsonException {
    if (!open.add(dict.entries())) {
      throw new JsonException("json: unsupported value: encountered a cycle via " + dict.type());
    }
    out.add('{');
    Iterator<String> keys = dict.entries().keySet().iterator();
    String between = "";
    while (keys.hasNext()) {
      String key = keys.next();
      out.add(between);
      newLine();
      string(key);
      out.add(style.contains(Style.INDENTED) ? ": " : ":");
      write(dict.entries().getOrDefault(key, Value.Nil.ELEMENT));
      between = ",";
    }
    close(dict.entries().isEmpty(), '}');
    open.remove(dict.entries());
  }

  private void newLine() {
    if (style.contains(Style.INDENTED)) {
      out.add('\n');
      for (int level = 0; level < depth; level++) {
        out.add(INDENT);
      }
    }
  }

  private void close(boolean isEmpty, char bracket) {
    if (!isEmpty) {
      depth--;
      newLine();
      depth++;
    }
    out.add(bracket);
  }

  private void real(double number) throws JsonException {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new JsonException("json: unsupported value: not a finite number");
    }
    out.add(Floats.javaScript(number));
  }

  private void string(String octets) {
    out.add('"');
    int start = 0;
    for (int index = 0; index < octets.length(); ) {
      char octet = octets.charAt(index);
      if (octet < 0x80 && !isEscaped(octet)) {
        index++;
        continue;
      }
      Utf8.Rune rune = Utf8.at(octets, index);
      String escape = octet < 0x80 ? escape(octet) : rareEscape(rune);
      if (escape != null) {
        out.add(octets.substring(start, index)).add(escape);
        start = index + rune.width();
      }
      index += rune.width();
    }
    out.add(octets.substring(start)).add('"');
  }

  private boolean isEscaped(char octet) {
    return octet < ' '
        || octet == '"'
        || octet == '\\'
        || (style.contains(Style.ESCAPED) && HTML.indexOf(octet) >= 0);
  }

  private static String escape(char octet) {
    return switch (octet) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u00%c%c".formatted(hex(octet >> 4), hex(octet & 15));
    };
  }

  private static char hex(int digit) {
    return Character.forDigit(digit, 16);
  }

  /** Beyond ASCII only bytes that are no UTF-8 and two characters that end lines in JavaScript. */
  private static @Nullable String rareEscape(Utf8.Rune rune) {
    if (rune.isBad()) {
      return "\\ufffd";
    }
    return switch (rune.code()) {
      case 0x2028 -> "\\u2028";
      case 0x2029 -> "\\u2029";
      default -> null;
    };
  }
}
