package dev.signet.cli.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What is written: a tree without positions or style.
 *
 * <p>Its writers ask by {@code instanceof}: a pattern switch costs half a millisecond when it is
 * met first, the first one of all three, and each run of the command meets these.
 */
public sealed interface Value {
  /** How JSON writes it, if that is a single word. */
  default String word() {
    throw new IllegalStateException("no single word");
  }

  /** JSON keeps this order, YAML sorts by bytes. */
  record Fields(SequencedMap<String, Value> map) implements Value {
    public Fields {
      map = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /** Keys sorted by their bytes, as Go writes a map. */
    public static Fields sorted(Map<String, ? extends Value> map) {
      List<Map.Entry<String, ? extends Value>> entries = new ArrayList<>(map.entrySet());
      entries.sort((a, b) -> Utf8.ORDER.compare(a.getKey(), b.getKey()));
      SequencedMap<String, Value> sorted = new LinkedHashMap<>();
      entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      return new Fields(sorted);
    }

    /** Strings under keys sorted by their bytes. */
    public static Fields ofStrings(Map<String, String> map) {
      SequencedMap<String, Value> texts = new LinkedHashMap<>();
      map.forEach((key, text) -> texts.put(key, new Text(text)));
      return sorted(texts);
    }
  }

  record Items(List<Value> list) implements Value {
    public Items {
      list = List.copyOf(list);
    }
  }

  record Text(String text) implements Value {}

  record Bool(boolean value) implements Value {
    @Override
    public String word() {
      return value ? "true" : "false";
    }
  }

  /**
   * Kept as it is written.
   *
   * @param literal a number of JSON
   */
  record Numeral(String literal) implements Value {
    public static Numeral of(long value) {
      return new Numeral(Long.toString(value));
    }

    @Override
    public String word() {
      return literal;
    }
  }

  record Null() implements Value {
    @Override
    public String word() {
      return "null";
    }
  }
}
