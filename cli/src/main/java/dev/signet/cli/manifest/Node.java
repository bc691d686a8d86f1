package dev.signet.cli.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A tree as it was read: aliases and merge keys followed, scalars resolved. */
public sealed interface Node {
  /** Where it stands in the input. */
  Position at();

  /** Line and column, both from 1, the column in characters. */
  record Position(int line, int column) {}

  /** Entries in the order of the text; in JSON a key may come twice. */
  record Mapping(List<Entry> entries, Position at) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of exactly this key. */
    public Optional<Node> get(String key) {
      for (Entry entry : entries.reversed()) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    /** The value of this key without regard to case, for names of fields; the exact one first. */
    public Optional<Node> field(String name) {
      Node other = null;
      for (Entry entry : entries.reversed()) {
        if (entry.key().equals(name)) {
          return Optional.of(entry.value());
        }
        if (other == null && entry.key().equalsIgnoreCase(name)) {
          other = entry.value();
        }
      }
      return Optional.ofNullable(other);
    }

    /**
     * All values of this key without regard to case, in the order of the text. What stands before a
     * null does not count.
     */
    public List<Node> all(String name) {
      List<Node> all = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.key().equalsIgnoreCase(name)) {
          if (entry.value() instanceof Scalar scalar && scalar.type() == Type.NULL) {
            all.clear();
          }
          all.add(entry.value());
        }
      }
      return all;
    }

    /** Each key once, with the entry that counts. */
    public SequencedMap<String, Entry> effective() {
      SequencedMap<String, Entry> map = new LinkedHashMap<>();
      entries.forEach(entry -> map.put(entry.key(), entry));
      return Collections.unmodifiableSequencedMap(map);
    }
  }

  /**
   * A key and what it has.
   *
   * @param key as text, whatever it was
   * @param name the key as it stands in the document
   */
  record Entry(String key, Scalar name, Node value) {}

  record Sequence(List<Node> items, Position at) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A leaf.
   *
   * @param text the characters, quotes and escapes undone
   * @param type as a YAML 1.1 reader sees them
   * @param string what stands where a string is wanted: {@code 0123} is {@code 83} there, {@code
   *     yes} is {@code true}, null is empty
   */
  record Scalar(String text, Type type, String string, Position at) implements Node {
    /** Whether {@link #string} is another text than a person sees in the document. */
    public boolean changed() {
      return type != Type.STRING && !string.equals(text);
    }
  }

  enum Type {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    NULL
  }

  /** The tree as a value to write, each key once. */
  default Value toValue() {
    return new ValueMaker(null).make(this);
  }

  /**
   * What Go keeps of a field whose type nobody knows: numbers and order of JSON as they were given;
   * of YAML what came of it as JSON, keys sorted by their bytes.
   */
  default Value toRawValue(Document.Notation notation) {
    return new ValueMaker(notation).make(this);
  }
}
