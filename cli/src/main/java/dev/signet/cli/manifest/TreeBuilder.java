package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Document.Remark;
import dev.signet.cli.manifest.Node.Position;
import dev.signet.cli.manifest.Syntax.Layout;
import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of what a parser meets, in the order of the text.
 *
 * <p>Nothing here recurses, so depth costs no stack; an alias shares the nodes of its anchor, so
 * aliases cost no memory. {@link AliasBudget} still refuses what would explode for those who walk
 * the tree.
 */
final class TreeBuilder {
  private static final int DEEPEST = 10_000;

  private final int firstLine;
  private final Entries.Repeats repeats;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private final AliasBudget budget = new AliasBudget();
  private final List<Remark> remarks = new ArrayList<>();
  private @Nullable Built root;

  /** A node as written and as meant, and how many nodes it has with all aliases followed. */
  record Built(Syntax syntax, Node node, long size) {}

  enum Kind {
    MAP,
    ITEMS
  }

  /** What an anchor names, once that is complete. */
  private static final class Anchor {
    private @Nullable Built built;
  }

  /** A map or list that is not complete. */
  private record Frame(
      Kind kind, Span start, String name, Layout layout, Anchor anchor, List<Built> children) {}

  /**
   * A builder of one document.
   *
   * @param firstLine line of the input on which the document begins, from 1
   */
  TreeBuilder(int firstLine, Entries.Repeats repeats) {
    this.firstLine = firstLine;
    this.repeats = repeats;
  }

  void begin(Kind kind, Span start, String name, Layout layout) throws BrokenException {
    if (open.size() >= DEEPEST) {
      throw new BrokenException(start.line(), "nested more than " + DEEPEST + " deep");
    }
    budget.node(start.line());
    open.push(new Frame(kind, start, name, layout, define(name), new ArrayList<>()));
  }

  /** Ends what was begun last, behind its closing bracket. */
  void end(int end) throws BrokenException {
    finish(open.pop(), end);
  }

  /** Ends a block, which ends where its last child does. */
  void endBlock() throws BrokenException {
    Frame frame = open.pop();
    List<Built> children = frame.children();
    finish(
        frame, children.isEmpty() ? frame.start().end() : children.getLast().syntax().span().end());
  }

  private void finish(Frame frame, int end) throws BrokenException {
    Span span = frame.start().to(end);
    Built built =
        switch (frame.kind()) {
          case MAP -> map(frame, span);
          case ITEMS -> items(frame, span);
        };
    frame.anchor().built = built;
    add(built);
  }

  private Built map(Frame frame, Span span) throws BrokenException {
    List<Built> children = frame.children();
    List<Syntax.Pair> pairs = new ArrayList<>(children.size() / 2);
    for (int i = 0; i < children.size(); i += 2) {
      pairs.add(new Syntax.Pair(children.get(i).syntax(), children.get(i + 1).syntax()));
    }
    Entries entries = new Entries(this::remark, repeats);
    for (int i = 0; i < children.size(); i += 2) {
      entries.add(children.get(i), children.get(i + 1));
    }
    return new Built(
        new Syntax.Map(span, frame.name(), frame.layout(), pairs),
        new Node.Mapping(entries.list(), position(span)),
        size(children));
  }

  private Built items(Frame frame, Span span) {
    List<Built> children = frame.children();
    return new Built(
        new Syntax.Items(
            span, frame.name(), frame.layout(), children.stream().map(Built::syntax).toList()),
        new Node.Sequence(children.stream().map(Built::node).toList(), position(span)),
        size(children));
  }

  private static long size(List<Built> children) {
    long size = 1;
    for (Built child : children) {
      size = Math.min(size + child.size(), Integer.MAX_VALUE);
    }
    return size;
  }

  void leaf(Leaf leaf) throws BrokenException {
    budget.node(leaf.span().line());
    Built built = new Built(leaf, Scalars.resolve(leaf, position(leaf.span())), 1);
    define(leaf.name()).built = built;
    add(built);
  }

  void alias(Span span, String name) throws BrokenException {
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      throw new BrokenException(span.line(), "an alias without its anchor");
    }
    Built target = anchor.built;
    if (target == null) {
      throw new BrokenException(span.line(), "an alias inside of what it stands for");
    }
    budget.alias(span.line(), target.size());
    add(
        new Built(
            new Syntax.Alias(span, target.syntax()),
            target.node(),
            Math.min(target.size() + 1, Integer.MAX_VALUE)));
  }

  private Anchor define(String name) {
    Anchor anchor = new Anchor();
    if (!name.isEmpty()) {
      anchors.put(name, anchor);
    }
    return anchor;
  }

  private void add(Built built) {
    Frame frame = open.peek();
    if (frame == null) {
      root = built;
    } else {
      frame.children().add(built);
    }
  }

  void remark(int line, String text) {
    remarks.add(new Remark(firstLine + line, text));
  }

  private Position position(Span span) {
    return new Position(firstLine + span.line(), span.column() + 1);
  }

  Parsed finish() throws BrokenException {
    Built built = root;
    if (built == null) {
      throw new BrokenException(0, "nothing but comments");
    }
    return new Parsed(built.syntax(), built.node(), remarks);
  }
}
