package dev.signet.cli.manifest;

import static java.util.Objects.requireNonNull;

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
  private @Nullable Value done;

  /** A map or list with what is still to come in it, and what is there already. */
  private sealed interface Open {
    record Fields(Iterator<Node.Entry> rest, List<String> keys, SequencedMap<String, Value> done)
        implements Open {}

    record Items(Iterator<Node> rest, List<Value> done) implements Open {}
  }

  Value make(Node root) {
    begin(root);
    while (!open.isEmpty()) {
      switch (open.getFirst()) {
        case Open.Fields(var rest, var keys, var map) when rest.hasNext() -> {
          Node.Entry entry = rest.next();
          keys.add(entry.key());
          begin(entry.value());
        }
        case Open.Items(var rest, var list) when rest.hasNext() -> begin(rest.next());
        case Open.Fields(var rest, var keys, var map) -> end(new Value.Fields(map));
        case Open.Items(var rest, var list) -> end(new Value.Items(list));
      }
    }
    return requireNonNull(done);
  }

  private void begin(Node node) {
    switch (node) {
      case Node.Mapping mapping ->
          open.push(
              new Open.Fields(
                  mapping.effective().values().iterator(),
                  new ArrayList<>(),
                  new LinkedHashMap<>()));
      case Node.Sequence sequence ->
          open.push(new Open.Items(sequence.items().iterator(), new ArrayList<>()));
      case Node.Scalar scalar -> add(value(scalar));
    }
  }

  private void end(Value value) {
    open.pop();
    add(value);
  }

  private void add(Value value) {
    switch (open.peek()) {
      case null -> done = value;
      case Open.Fields(var rest, var keys, var map) -> map.put(keys.getLast(), value);
      case Open.Items(var rest, var list) -> list.add(value);
    }
  }

  private static Value value(Node.Scalar scalar) {
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
