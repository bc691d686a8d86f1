package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Layout;
import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Pair;
import dev.signet.cli.manifest.Syntax.Quotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes maps in block style. A new entry gets lines of its own, as deep as the map's other ones;
 * comments stay with the entry below which, or behind which, they stand.
 */
final class BlockEdit {
  private final Draft draft;
  private final int step;

  /**
   * An edit of a document.
   *
   * @param step blanks by which a map inside a map is deeper
   */
  BlockEdit(Draft draft, int step) {
    this.draft = draft;
    this.step = step;
  }

  /** Puts another text in place of a scalar or alias. */
  void replace(Syntax old, String value, Layout layout) {
    int start = old.span().start();
    String text = OneLine.like(old, value, layout);
    if (old instanceof Leaf leaf && leaf.quotes() == Quotes.BLOCK) {
      int headerEnd = headerEnd(start);
      int end = draft.lineEnd(contentEnd(leaf));
      draft.replace(start, headerEnd, text);
      draft.delete(draft.lineEnd(headerEnd), end);
    } else if (start == old.span().end()) {
      draft.insert(start, " " + text);
    } else {
      draft.replace(start, old.span().end(), text);
    }
  }

  /** Behind {@code |-} and its like: a comment may follow. */
  private int headerEnd(int start) {
    int lineEnd = draft.lineEnd(start);
    int comment = draft.text().indexOf(" #", start);
    return draft.trimmed(start, comment < 0 ? lineEnd : Math.min(comment, lineEnd));
  }

  /** Adds an entry to a map that has some: the names lead to the value through new maps. */
  void insert(Syntax.Map map, @Nullable Pair owner, List<String> names, String value) {
    int index = SortedPlace.of(names.getFirst(), map);
    if (index > 0 && isCutShort(map.pairs().get(index - 1))) {
      index--;
    }
    String lines = lines(column(map), names, value);
    if (index > 0) {
      insertBehind(map.pairs().get(index - 1), lines);
    } else {
      draft.insert(firstLine(map, owner), lines + draft.lineBreak());
    }
  }

  private void insertBehind(Pair pair, String lines) {
    Syntax last = lastOf(pair.value());
    if (last instanceof Leaf leaf && keepsBlankLines(leaf)) {
      draft.insert(leaf.span().end(), lines + draft.lineBreak());
    } else {
      draft.insert(draft.lineEnd(end(pair)), draft.lineBreak() + lines);
    }
  }

  /** Whether it ends in a text that would gain a line break if anything came behind it. */
  private boolean isCutShort(Pair pair) {
    boolean isLast = draft.lineEnd(end(pair)) == draft.text().length();
    return isLast
        && lastOf(pair.value()) instanceof Leaf leaf
        && leaf.quotes() == Quotes.BLOCK
        && leaf.text().endsWith("\n");
  }

  /** Blank lines behind such a text are part of it. */
  private static boolean keepsBlankLines(Leaf leaf) {
    return leaf.quotes() == Quotes.BLOCK
        && (leaf.text().endsWith("\n\n") || leaf.text().equals("\n"));
  }

  /** The line of the first entry, or of the comments right above it if it has an owner. */
  private int firstLine(Syntax.Map map, @Nullable Pair owner) {
    int line = draft.lineStart(map.pairs().getFirst().key().span().start());
    if (owner == null) {
      return line;
    }
    String comment = draft.indentation(line) + "#";
    int above = line == 0 ? 0 : draft.lineStart(line - 1);
    while (above < line && draft.text().startsWith(comment, above)) {
      line = above;
      above = line == 0 ? 0 : draft.lineStart(line - 1);
    }
    return line;
  }

  private int column(Syntax.Map map) {
    return draft.indentation(map.pairs().getFirst().key().span().start()).length();
  }

  /** Makes a map of what is empty: nothing, null, or a pair of brackets. */
  void fill(Pair pair, List<String> names, String value) throws RefusedException {
    int keyStart = pair.key().span().start();
    int column = draft.indentation(keyStart).length();
    int start = pair.value().span().start();
    int end = pair.value().span().end();
    if (start == end || draft.isSameLine(keyStart, start)) {
      int colon = colonEnd(pair);
      draft.delete(colon, Math.max(colon, end));
      int line = draft.lineEnd(Math.max(colon, end));
      draft.insert(line, draft.lineBreak() + lines(column + step, names, value));
    } else {
      int inner = draft.indentation(start).length();
      draft.replace(start, end, lines(inner, names, value).stripLeading());
    }
  }

  private int colonEnd(Pair pair) throws RefusedException {
    int colon = draft.skipBlanks(pair.key().span().end());
    if (!draft.text().startsWith(":", colon)) {
      throw new RefusedException("a key is written in a way that is not understood");
    }
    return colon + 1;
  }

  /** Takes an entry away with its lines; a map that would have none left becomes empty. */
  void remove(Syntax.Map map, @Nullable Pair owner, Pair pair) throws RefusedException {
    if (map.pairs().size() == 1) {
      if (owner == null) {
        throw new RefusedException("the document would be empty");
      }
      draft.insert(colonEnd(owner), " {}");
    }
    int start = draft.lineStart(pair.key().span().start());
    int end = draft.lineEnd(end(pair));
    if (end == draft.text().length()) {
      draft.delete(draft.previousLineEnd(start), end);
    } else {
      draft.delete(start, draft.nextLine(end));
    }
  }

  private String lines(int column, List<String> names, String value) {
    StringBuilder lines = new StringBuilder();
    int indent = column;
    for (String name : names) {
      lines.append(lines.isEmpty() ? "" : draft.lineBreak());
      lines.append(" ".repeat(indent)).append(OneLine.block(name)).append(':');
      indent += step;
    }
    return lines.append(' ').append(OneLine.block(value)).toString();
  }

  /** Where the text of an entry ends, comments and blank lines behind it left out. */
  private int end(Pair pair) {
    Syntax last = lastOf(pair.value());
    if (pair.value() instanceof Leaf leaf && leaf.span().start() == leaf.span().end()) {
      return pair.key().span().end();
    }
    return last instanceof Leaf leaf ? contentEnd(leaf) : last.span().end();
  }

  private int contentEnd(Leaf leaf) {
    return leaf.quotes() == Quotes.BLOCK
        ? draft.trimmed(leaf.span().start(), leaf.span().end())
        : leaf.span().end();
  }

  /** What is written last. */
  private static Syntax lastOf(Syntax node) {
    Syntax last = node;
    while (true) {
      switch (last) {
        case Syntax.Map map when map.layout() == Layout.BLOCK ->
            last = map.pairs().getLast().value();
        case Syntax.Items items when items.layout() == Layout.BLOCK ->
            last = items.items().getLast();
        default -> {
          return last;
        }
      }
    }
  }
}
