package dev.signet.cli.peer;

import java.util.List;

/** A document before it has a style. */
sealed interface Tree {
  record Fields(List<Field> list) implements Tree {
    public Fields {
      list = List.copyOf(list);
    }
  }

  record Field(String key, Tree value) {}

  record Items(List<Tree> list) implements Tree {
    public Items {
      list = List.copyOf(list);
    }
  }

  /** A string, in whatever style. */
  record Text(String text) implements Tree {}

  /** Written as it stands, without quotes. */
  record Bare(String token) implements Tree {}

  /** The same again for YAML: an alias to what was anchored under this name. */
  record Alias(String name) implements Tree {}

  record Anchored(String name, Tree tree) implements Tree {}

  static Fields fields(Field... list) {
    return new Fields(List.of(list));
  }

  static Field field(String key, Tree value) {
    return new Field(key, value);
  }

  static Field field(String key, String text) {
    return new Field(key, new Text(text));
  }
}
