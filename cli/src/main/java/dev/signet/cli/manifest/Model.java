package dev.signet.cli.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a change makes of a value, whatever it is written like. */
final class Model {
  private Model() {}

  static Value apply(Value root, Change change) {
    return switch (change) {
      case Change.Put(List<String> path, String text) -> put(root, path, text);
      case Change.Remove(List<String> path) -> remove(root, path);
    };
  }

  private static Value put(Value value, List<String> path, String text) {
    if (path.isEmpty()) {
      return new Value.Text(text);
    }
    SequencedMap<String, Value> map =
        value instanceof Value.Fields(var fields)
            ? new LinkedHashMap<>(fields)
            : new LinkedHashMap<>();
    Value inner = map.getOrDefault(path.getFirst(), new Value.Null());
    map.put(path.getFirst(), put(inner, path.subList(1, path.size()), text));
    return new Value.Fields(map);
  }

  private static Value remove(Value value, List<String> path) {
    if (!(value instanceof Value.Fields(var fields)) || !fields.containsKey(path.getFirst())) {
      return value;
    }
    SequencedMap<String, Value> map = new LinkedHashMap<>(fields);
    if (path.size() == 1) {
      map.remove(path.getFirst());
    } else {
      map.computeIfPresent(
          path.getFirst(), (key, inner) -> remove(inner, path.subList(1, path.size())));
    }
    return new Value.Fields(map);
  }
}
