package dev.signet.cli.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random document in the ways that people write YAML, with what it means beside it: maps of maps,
 * strings, null.
 */
final class RandomManifest {
  private static final String[] KEYS = {
    "a", "b", "k1", "k2", "k10", "tls.key", "x-y", "Zed", "'true'", "\"a b\"", "é", "\"n\"", "'0'"
  };

  /** The key of an entry that may be there for aliases. */
  static final String SHARED = "ab";

  private static final String[] WORDS = {
    "AgBx+/9w==",
    "word",
    "two words",
    "'it''s # no comment'",
    "\"tab\\t\\\"q\\\"\"",
    "https://h/p?q#f",
    "''"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final int step;
  private final boolean anchored;

  /** Whether a blank line now would belong to the scalar above. */
  private boolean keepsBlanks;

  /** Where strings, null and maps stand. */
  record Leaf(List<String> path, int lines) {}

  final Map<String, Object> meaning;
  final List<Leaf> strings = new ArrayList<>();
  final List<List<String>> maps = new ArrayList<>();
  final List<List<String>> empties = new ArrayList<>();

  RandomManifest(Random random) {
    this.random = random;
    this.step = 1 + random.nextInt(4);
    this.anchored = oneIn(4);
    text.append(anchored ? SHARED + ": &shared by several\n" : "");
    maps.add(List.of());
    meaning = map(0, List.of(), 0);
    if (anchored) {
      meaning.put(SHARED, "by several");
    }
  }

  String text() {
    return text.toString();
  }

  private boolean oneIn(int chance) {
    return random.nextInt(chance) == 0;
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private Map<String, Object> map(int indent, List<String> path, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      String key = pick(KEYS);
      if (map.containsKey(bare(key))) {
        continue;
      }
      if (oneIn(6)) {
        text.append(oneIn(2) && !keepsBlanks ? "\n" : " ".repeat(indent) + "# a comment: 'x\n");
      }
      keepsBlanks = false;
      text.append(" ".repeat(indent)).append(key).append(oneIn(8) ? " :" : ":");
      map.put(bare(key), value(indent, plus(path, bare(key)), depth));
    }
    return map;
  }

  /** What a word is read as. */
  private static String bare(String word) {
    return switch (word.charAt(0)) {
      case '\'' -> word.substring(1, word.length() - 1).replace("''", "'");
      case '"' -> word.substring(1, word.length() - 1).replace("\\t", "\t").replace("\\\"", "\"");
      default -> word;
    };
  }

  private static List<String> plus(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private Object value(int indent, List<String> path, int depth) {
    return switch (random.nextInt(depth > 3 ? 7 : 12)) {
      case 0, 1, 2, 3 -> word(path);
      case 4 -> block(indent, path);
      case 5 -> empty(path);
      case 6 -> list(indent);
      case 7 -> flow(path);
      case 8 -> alias(path);
      default -> {
        endLine();
        maps.add(path);
        yield map(indent + step, path, depth + 1);
      }
    };
  }

  private String word(List<String> path) {
    String word = pick(WORDS);
    text.append(' ').append(word);
    endLine();
    strings.add(new Leaf(path, 1));
    return bare(word);
  }

  private String block(int indent, List<String> path) {
    String style = pick(new String[] {"|", "|-", ">", "|+", ">-"});
    String inner = " ".repeat(indent + step);
    text.append(' ').append(style);
    endLine();
    text.append(inner).append("x: 1\n").append(inner).append("# y\n");
    boolean blank = oneIn(3);
    text.append(blank ? "\n" : "");
    keepsBlanks = style.endsWith("+");
    strings.add(new Leaf(path, 4));
    String content = style.startsWith(">") ? "x: 1 # y" : "x: 1\n# y";
    return content + (style.endsWith("-") ? "" : style.endsWith("+") && blank ? "\n\n" : "\n");
  }

  private Object empty(List<String> path) {
    String written = pick(new String[] {"", " {}", " null", " ~"});
    text.append(written);
    endLine();
    empties.add(path);
    return written.equals(" {}") ? new LinkedHashMap<>() : "";
  }

  private Object list(int indent) {
    endLine();
    String inner = " ".repeat(indent + (oneIn(2) ? 0 : step));
    text.append(inner).append("- one\n").append(inner).append("- two: 2\n");
    text.append(inner).append("  three: # c\n");
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("two", "2");
    item.put("three", "");
    return List.of("one", item);
  }

  private Object flow(List<String> path) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", "v");
    map.put("d", "w w");
    text.append(oneIn(2) ? " {b: v, d: w w}" : " { \"b\": 'v' ,\"d\":\"w w\" }");
    endLine();
    maps.add(path);
    strings.add(new Leaf(plus(path, "b"), 1));
    strings.add(new Leaf(plus(path, "d"), 1));
    return map;
  }

  private String alias(List<String> path) {
    if (!anchored) {
      return word(path);
    }
    text.append(" *shared");
    endLine();
    strings.add(new Leaf(path, 1));
    return "by several";
  }

  private void endLine() {
    text.append(oneIn(6) ? "   # c 'x" : "").append('\n');
  }
}
