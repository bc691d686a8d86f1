package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Pair;
import dev.signet.cli.manifest.Syntax.Quotes;
import java.util.List;

/** Changes maps between brackets, those of JSON too, in the manner of the entries there are. */
final class FlowEdit {
  private final Draft draft;

  /** How the entries of a map are written. */
  private record Manner(boolean quoted, String colon, String comma, Lines lines) {}

  /**
   * How entries are spread over lines.
   *
   * @param prefix line break and blanks in front of each entry, or empty if all are on one line
   * @param step blanks by which entries of a map inside are deeper
   */
  private record Lines(String prefix, String step) {
    Lines deeper() {
      return prefix.isEmpty() ? this : new Lines(prefix + step, step);
    }
  }

  FlowEdit(Draft draft) {
    this.draft = draft;
  }

  /** Adds an entry to a map that has some: the names lead to the value through new maps. */
  void insert(Syntax.Map map, List<String> names, String value) {
    Manner manner = manner(map);
    Lines lines = manner.lines();
    String entry = entry(names, value, manner, lines);
    // In JSON the names of fields have an order of their own, which is not that of the alphabet.
    boolean field = manner.quoted() && names.size() > 1;
    int index = field ? map.pairs().size() : SortedPlace.of(names.getFirst(), map);
    if (index < map.pairs().size()) {
      int at = map.pairs().get(index).key().span().start();
      draft.insert(at, entry + (lines.prefix().isEmpty() ? manner.comma() : "," + lines.prefix()));
      return;
    }
    int end = map.pairs().getLast().value().span().end();
    int comma = skipIdle(end);
    boolean trailing = draft.text().startsWith(",", comma);
    int behind = trailing ? comma + 1 : end;
    if (lines.prefix().isEmpty()) {
      draft.insert(behind, trailing ? " " + entry + "," : manner.comma() + entry);
      return;
    }
    draft.insert(end, trailing ? "" : ",");
    int at = draft.isIdle(behind) ? draft.lineEnd(behind) : behind;
    draft.insert(at, lines.prefix() + entry + (trailing ? "," : ""));
  }

  /** Makes a map of what is empty: nothing, null, or a pair of brackets. */
  void fill(Syntax.Map map, Pair pair, List<String> names, String value) {
    Manner manner = manner(map);
    Syntax.Span old = pair.value().span();
    String blank = old.start() == old.end() ? " " : "";
    draft.replace(old.start(), old.end(), blank + braces(names, value, manner, manner.lines()));
  }

  void remove(Syntax.Map map, Pair pair) {
    List<Pair> pairs = map.pairs();
    int index = pairs.indexOf(pair);
    int start = pair.key().span().start();
    int end = pair.value().span().end();
    if (index + 1 < pairs.size()) {
      draft.delete(start, pairs.get(index + 1).key().span().start());
    } else if (index > 0) {
      draft.delete(pairs.get(index - 1).value().span().end(), end);
    } else {
      draft.replace(map.span().start(), map.span().end(), "{}");
    }
  }

  private String entry(List<String> names, String value, Manner manner, Lines lines) {
    String key = scalar(names.getFirst(), manner) + manner.colon();
    List<String> rest = names.subList(1, names.size());
    return rest.isEmpty() ? key + scalar(value, manner) : key + braces(rest, value, manner, lines);
  }

  private String braces(List<String> names, String value, Manner manner, Lines outer) {
    Lines inner = outer.deeper();
    return "{" + inner.prefix() + entry(names, value, manner, inner) + outer.prefix() + "}";
  }

  private static String scalar(String text, Manner manner) {
    return manner.quoted() ? OneLine.json(text) : OneLine.flow(text);
  }

  private Manner manner(Syntax.Map map) {
    Pair first = map.pairs().getFirst();
    boolean quoted = first.key() instanceof Leaf leaf && leaf.quotes() == Quotes.DOUBLE;
    String colon = between(first.key(), first.value(), ':', ": ");
    String comma =
        map.pairs().size() > 1
            ? between(first.value(), map.pairs().get(1).key(), ',', ", ")
            : colon.equals(":") ? "," : ", ";
    return new Manner(quoted, colon, comma, lines(map));
  }

  /** The mark and the blanks between two nodes, if nothing else is there. */
  private String between(Syntax a, Syntax b, char mark, String otherwise) {
    String text =
        draft.text().substring(a.span().end(), Math.max(a.span().end(), b.span().start()));
    return text.length() == 1 + text.indexOf(mark) + countBlanksBehind(text, mark)
            && text.indexOf(mark) >= 0
        ? text
        : otherwise;
  }

  private static int countBlanksBehind(String text, char mark) {
    return text.length()
        - 1
        - text.indexOf(mark)
        - text.substring(text.indexOf(mark) + 1).strip().length();
  }

  private Lines lines(Syntax.Map map) {
    int start = map.span().start();
    int first = map.pairs().getFirst().key().span().start();
    if (draft.isSameLine(start, first)) {
      return new Lines("", "");
    }
    String outer = draft.indentation(start);
    String inner = draft.indentation(first);
    String step = inner.startsWith(outer) ? inner.substring(outer.length()) : "  ";
    return new Lines(draft.lineBreak() + inner, step);
  }

  /** Over blanks, line breaks and comments. */
  private int skipIdle(int from) {
    int i = from;
    while (i < draft.text().length()) {
      int next = draft.skipBlanks(i);
      if (next == draft.lineEnd(next) || draft.text().startsWith("#", next)) {
        next = draft.nextLine(next);
      }
      if (next == i) {
        return i;
      }
      i = next;
    }
    return i;
  }
}
