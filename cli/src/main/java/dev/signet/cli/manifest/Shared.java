package dev.signet.cli.manifest;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/** Which nodes of a document have aliases that stand for them. */
final class Shared {
  private Shared() {}

  /** By identity: two nodes that look alike are still two. */
  static Set<Syntax> in(Syntax root) {
    Set<Syntax> targets = Collections.newSetFromMap(new IdentityHashMap<>());
    walk(
        root,
        node -> {
          if (node instanceof Syntax.Alias alias) {
            targets.add(alias.target());
          }
        });
    return targets;
  }

  /** Visits what is written here; what an alias stands for is written elsewhere. */
  static void walk(Syntax root, Consumer<Syntax> visitor) {
    Deque<Syntax> todo = new ArrayDeque<>();
    todo.push(root);
    while (!todo.isEmpty()) {
      Syntax node = todo.pop();
      visitor.accept(node);
      switch (node) {
        case Syntax.Map map ->
            map.pairs()
                .forEach(
                    pair -> {
                      todo.push(pair.key());
                      todo.push(pair.value());
                    });
        case Syntax.Items items -> items.items().forEach(todo::push);
        case Syntax.Leaf leaf -> {}
        case Syntax.Alias alias -> {}
      }
    }
  }
}
