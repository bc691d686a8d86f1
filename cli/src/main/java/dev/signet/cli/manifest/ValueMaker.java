package dev.signet.cli.manifest;

import static java.util.Objects.requireNonNull;

import dev.signet.cli.manifest.Document.Notation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Makes a value of a tree. Does not recurse, so depth costs no stack. */
final class ValueMaker {
  private final Deque<Open> open = new ArrayDeque<>();
  private final @Nullable Notation raw;
  private @Nullable Value done;

  /**
   * Makes a maker.
   *
   * @param raw what the tree was written in, if it is to be kept raw
   */
  ValueMaker(@Nullable Notation raw) {
    this.raw = raw;
  }

  /** A map or list that is not complete. */
  private abstract static class Open {
    /** Begins the next part, or false if there is none. */
    abstract boolean next();

    abstract void add(Value value);

    abstract Value value();
  }

  private final class OpenFields extends Open {
    private final Iterator<Node.Entry> rest;
    private final SequencedMap<String, Value> done = new LinkedHashMap<>();
    private String key = "";

    OpenFields(Node.Mapping mapping) {
      rest = mapping.effective().values().iterator();
    }

    @Override
    boolean next() {
      if (!rest.hasNext()) {
        return false;
      }
      Node.Entry entry = rest.next();
      key = entry.key();
      begin(entry.value());
      return true;
    }

    @Override
    void add(Value value) {
      done.put(key, value);
    }

    @Override
    Value value() {
      return raw == Notation.YAML ? Value.Fields.sorted(done) : new Value.Fields(done);
    }
  }

  private final class OpenItems extends Open {
    private final Iterator<Node> rest;
    private final List<Value> done = new ArrayList<>();

    OpenItems(Node.Sequence sequence) {
      rest = sequence.items().iterator();
    }

    @Override
    boolean next() {
      if (!rest.hasNext()) {
        return false;
      }
      begin(rest.next());
      return true;
    }

    @Override
    void add(Value value) {
      done.add(value);
    }

    @Override
    Value value() {
      return new Value.Items(done);
    }
  }

  Value make(Node root) {
    begin(root);
    while (!open.isEmpty()) {
      Open last = open.getFirst();
      if (!last.next()) {
        open.pop();
        add(last.value());
      }
    }
    return requireNonNull(done);
  }

  private void begin(Node node) {
    if (node instanceof Node.Mapping mapping) {
      open.push(new OpenFields(mapping));
    } else if (node instanceof Node.Sequence sequence) {
      open.push(new OpenItems(sequence));
    } else if (node instanceof Node.Scalar scalar) {
      add(value(scalar));
    }
  }

  private void add(Value value) {
    Open last = open.peek();
    if (last == null) {
      done = value;
    } else {
      last.add(value);
    }
  }

  private Value value(Node.Scalar scalar) {
    boolean isNumber = scalar.type() == Node.Type.INTEGER || scalar.type() == Node.Type.FLOAT;
    if (raw == Notation.JSON && isNumber) {
      return new Value.Numeral(scalar.text());
    }
    return switch (scalar.type()) {
      case STRING -> new Value.Text(scalar.string());
      case BOOLEAN -> new Value.Bool(scalar.string().equals("true"));
      case NULL -> new Value.Null();
      case INTEGER -> new Value.Numeral(scalar.string());
      case FLOAT -> number(scalar);
    };
  }

  /** Infinity and its like have no number in JSON. */
  private static Value number(Node.Scalar scalar) {
    return switch (Yaml11.meaning(scalar.text())) {
      case Yaml11.Meaning.Real(double real) when Double.isFinite(real) ->
          new Value.Numeral(GoNumber.json(real));
      case Yaml11.Meaning.Whole(var whole) -> new Value.Numeral(whole.toString());
      default -> new Value.Text(scalar.string());
    };
  }
}
