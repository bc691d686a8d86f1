package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.TreeBuilder.Built;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** The entries of a map: keys as text, merge keys followed, a repeated key remarked upon. */
final class Entries {
  private static final String MERGE = "tag:yaml.org,2002:merge";

  /** Takes a text and the line of the document it is about. */
  interface Remarks {
    void add(int line, String text);
  }

  /**
   * What becomes of a key that is there twice. Go's reader of YAML keeps the last one. That of JSON
   * lets each change what was read before: of a map, both are seen.
   */
  enum Repeats {
    LAST_COUNTS,
    ALL_COUNT
  }

  private final Remarks remarks;
  private final Repeats repeats;
  private final List<Node.Entry> list = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  Entries(Remarks remarks, Repeats repeats) {
    this.remarks = remarks;
    this.repeats = repeats;
  }

  List<Node.Entry> list() {
    if (repeats == Repeats.ALL_COUNT) {
      return list;
    }
    SequencedMap<String, Node.Entry> last = new LinkedHashMap<>();
    list.forEach(entry -> last.put(entry.key(), entry));
    return List.copyOf(last.values());
  }

  void add(Built key, Built value) throws BrokenException {
    int line = key.syntax().span().line();
    if (key.syntax() instanceof Leaf leaf && isMerge(leaf)) {
      merge(value);
      return;
    }
    if (!(key.node() instanceof Node.Scalar scalar)) {
      throw new BrokenException(line, "a map or list as a key");
    }
    String text = Scalars.key(scalar, line);
    if (!keys.add(text)) {
      boolean isSeen = repeats == Repeats.ALL_COUNT && value.node() instanceof Node.Mapping;
      String which = isSeen ? "both count" : "the last one counts";
      remarks.add(line, "key \"%s\" is there twice: %s".formatted(text, which));
    }
    list.add(new Node.Entry(text, scalar, value.node()));
  }

  static boolean isMerge(Leaf leaf) {
    return leaf.text().equals("<<")
        && (leaf.tag().equals(MERGE)
            || (leaf.tag().isEmpty() && leaf.quotes() == Syntax.Quotes.PLAIN));
  }

  /** As Go does it: the merged entries count over those before them, the earliest map most. */
  private void merge(Built value) throws BrokenException {
    int line = value.syntax().span().line();
    if (value.node() instanceof Node.Mapping mapping) {
      addAll(mapping);
    } else if (value.node() instanceof Node.Sequence sequence
        && value.syntax() instanceof Syntax.Items) {
      for (Node item : sequence.items().reversed()) {
        if (!(item instanceof Node.Mapping mapping)) {
          throw noMap(line);
        }
        addAll(mapping);
      }
    } else {
      throw noMap(line);
    }
  }

  private static BrokenException noMap(int line) {
    return new BrokenException(line, "a merge key with something else than maps");
  }

  private void addAll(Node.Mapping mapping) {
    list.addAll(mapping.effective().values());
  }
}
