package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Pair;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a path leads to in a document. */
sealed interface Place {
  /** The map that was reached. */
  Syntax.Map map();

  /** The entry of which that map is the value, or null at the root. */
  @Nullable Pair owner();

  /** The entry is there. */
  record Found(Syntax.Map map, @Nullable Pair owner, Pair pair) implements Place {}

  /** The map has no such entry; its name, and what is to be made inside of it. */
  record Absent(Syntax.Map map, @Nullable Pair owner, List<String> names) implements Place {}

  /** An entry of the map should have a map and has nothing; what is to be made inside of it. */
  record Hollow(Syntax.Map map, @Nullable Pair owner, Pair pair, List<String> names)
      implements Place {}

  /**
   * Follows a path, the last of several equal keys, as readers do.
   *
   * @param shared nodes that aliases stand for: they cannot change in one place only
   */
  static Place find(Syntax root, List<String> path, Set<Syntax> shared) throws RefusedException {
    if (!(root instanceof Syntax.Map map) || map.pairs().isEmpty()) {
      throw new RefusedException("the document is no object with entries");
    }
    Pair owner = null;
    for (int i = 0; i < path.size(); i++) {
      refuseShared(map, i == 0 ? "the document" : quoted(path.get(i - 1)), shared);
      Pair pair = last(map, path.get(i));
      if (pair == null) {
        return new Absent(map, owner, path.subList(i, path.size()));
      }
      if (i == path.size() - 1) {
        return new Found(map, owner, pair);
      }
      Syntax value = pair.value();
      refuseShared(value, quoted(path.get(i)), shared);
      if (!(value instanceof Syntax.Map inner) || inner.pairs().isEmpty()) {
        return hollow(map, owner, pair, path.subList(i, path.size()));
      }
      owner = pair;
      map = inner;
    }
    throw new IllegalArgumentException("an empty path");
  }

  private static Place hollow(Syntax.Map map, @Nullable Pair owner, Pair pair, List<String> names)
      throws RefusedException {
    boolean empty =
        switch (pair.value()) {
          case Syntax.Map inner -> true;
          case Leaf leaf -> isNull(leaf);
          case Syntax.Items items -> false;
          case Syntax.Alias alias ->
              throw new RefusedException(
                  quoted(names.getFirst()) + " is an alias: write its entries out first");
        };
    if (!empty) {
      throw new RefusedException(quoted(names.getFirst()) + " is no map");
    }
    return new Hollow(map, owner, pair, names.subList(1, names.size()));
  }

  private static boolean isNull(Leaf leaf) {
    return leaf.quotes() == Syntax.Quotes.PLAIN
        && Yaml11.meaning(leaf.text()).type() == Node.Type.NULL;
  }

  static void refuseShared(Syntax node, String what, Set<Syntax> shared) throws RefusedException {
    if (shared.contains(node)) {
      throw new RefusedException(
          what + " has an anchor that is used elsewhere: write its entries out there first");
    }
  }

  private static @Nullable Pair last(Syntax.Map map, String name) {
    return map.pairs().reversed().stream()
        .filter(pair -> name.equals(key(pair)))
        .findFirst()
        .orElse(null);
  }

  /** The key as text, or null for a merge key, which is none. */
  static @Nullable String key(Pair pair) {
    Syntax key = pair.key() instanceof Syntax.Alias alias ? alias.target() : pair.key();
    return key instanceof Leaf leaf && !Entries.isMerge(leaf) ? Scalars.keyText(leaf) : null;
  }

  static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
