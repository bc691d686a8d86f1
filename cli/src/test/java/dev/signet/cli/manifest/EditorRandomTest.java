package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.manifest.Editor.Edit.Edited;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Random documents against the promise of an edit: the tree is as it should be, and no line changes
 * but those of the entry. A failing document is named by its seed.
 */
@Tag("K-106")
final class EditorRandomTest {
  private static final int BATCHES = Integer.getInteger("signet.batches", 20);
  private static final int BATCH = 100;
  private static final String[] VALUES = {
    "AgBy+/8==", "true", "", "two words", "it's: #x", "a\nb\n", "é😀", "- x", "{y", "012"
  };
  private static final String[] NAMES = {"aa", "new", "k3", "x: y", "on", "zz z", "~"};

  @TestFactory
  List<DynamicTest> yaml_changes_where_it_should_and_nowhere_else() {
    return batches(seed -> new Run(seed).yaml());
  }

  @TestFactory
  List<DynamicTest> json_changes_where_it_should_and_nowhere_else() {
    return batches(seed -> new Run(seed).json());
  }

  private static List<DynamicTest> batches(IntConsumer check) {
    return IntStream.range(0, BATCHES)
        .mapToObj(
            batch ->
                DynamicTest.dynamicTest(
                    "seeds from " + batch * BATCH,
                    () -> IntStream.range(batch * BATCH, (batch + 1) * BATCH).forEach(check)))
        .toList();
  }

  private static final class Run {
    private final int seed;
    private final Random random;
    private final RandomManifest manifest;
    private final String lineBreak;
    private final String before;
    private final String after;

    Run(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.manifest = new RandomManifest(random);
      this.lineBreak = random.nextInt(3) == 0 ? "\r\n" : "\n";
      this.before =
          pick(
              "", "", "---\n", "\uFEFF# head\n---\n", "x: {a: 1} # é😀\n---\n", "{\"a\":1}\n---\n");
      this.after = pick("", "", "---\nb: 'c'\n", "...\n", "---\n- not this\n");
    }

    private String pick(String... from) {
      return from[random.nextInt(from.length)];
    }

    private int number() {
      return before.startsWith("x") || before.startsWith("{") ? 2 : 1;
    }

    void yaml() {
      String body = manifest.text();
      if (after.isEmpty() && random.nextInt(3) == 0 && !body.endsWith("\n\n")) {
        body = body.stripTrailing();
      }
      check((before + body + after).replace("\n", lineBreak));
    }

    void json() {
      Value value = value(manifest.meaning);
      String body = random.nextBoolean() ? JsonWriter.compact(value) : JsonWriter.indented(value);
      check((before + body + "\n" + after.replace("...\n", "")).replace("\n", lineBreak));
    }

    private void check(String text) {
      Change change = change();
      String what = "seed %d%n%s%n%s".formatted(seed, text, change);
      assertEquals(manifest.meaning, meaning(text), what);
      Editor.Edit edit = Editor.edit(text.getBytes(UTF_8), number(), List.of(change));
      String edited = new String(assertInstanceOf(Edited.class, edit, what + edit).bytes(), UTF_8);
      what += "\n" + edited;
      assertEquals(expected(manifest.meaning, change.path(), change), meaning(edited), what);
      assertEquals(others(text), others(edited), what);
      assertTrue(changedLines(text, edited) <= mayChange(change), what);
    }

    private Change change() {
      int kind = random.nextInt(5);
      if (kind == 0 && !manifest.strings.isEmpty()) {
        return new Change.Put(
            manifest.strings.get(random.nextInt(manifest.strings.size())).path(), pick(VALUES));
      }
      if (kind == 1 && !manifest.strings.isEmpty()) {
        List<String> path = manifest.strings.get(random.nextInt(manifest.strings.size())).path();
        return path.size() == 1 ? new Change.Put(path, pick(VALUES)) : new Change.Remove(path);
      }
      List<List<String>> parents =
          kind == 2 && !manifest.empties.isEmpty() ? manifest.empties : manifest.maps;
      List<String> path = new ArrayList<>(parents.get(random.nextInt(parents.size())));
      int deep = 1 + random.nextInt(3);
      for (int i = 0; i < deep; i++) {
        path.add(pick(NAMES));
      }
      return new Change.Put(path, pick(VALUES));
    }

    /** Lines of the old text that may go: those of the entry, and of the brackets around it. */
    private int mayChange(Change change) {
      return manifest.strings.stream()
          .filter(leaf -> leaf.path().equals(change.path()))
          .mapToInt(RandomManifest.Leaf::lines)
          .map(lines -> change instanceof Change.Remove ? lines + 2 : lines)
          .findFirst()
          .orElse(1);
    }

    private Object meaning(String text) {
      Document document =
          DocumentReader.readAll(text.getBytes(UTF_8)).stream()
              .filter(it -> it.number() == number())
              .findFirst()
              .orElseThrow();
      return plain(assertInstanceOf(Document.Tree.class, document, text).root());
    }

    private List<String> others(String text) {
      return DocumentReader.readAll(text.getBytes(UTF_8)).stream()
          .filter(it -> it.number() != number())
          .map(Trees::show)
          .map(it -> it.replaceFirst("^!\\d+ ", ""))
          .toList();
    }
  }

  private static Object plain(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.effective().forEach((key, entry) -> map.put(key, plain(entry.value())));
        yield map;
      }
      case Node.Sequence sequence ->
          sequence.items().stream().map(EditorRandomTest::plain).toList();
      case Node.Scalar scalar -> scalar.string();
    };
  }

  private static Value value(Object meaning) {
    return switch (meaning) {
      case Map<?, ?> map -> {
        Map<String, Value> fields = new LinkedHashMap<>();
        map.forEach((key, inner) -> fields.put((String) key, value(inner)));
        yield new Value.Fields(new LinkedHashMap<>(fields));
      }
      case List<?> list -> new Value.Items(list.stream().map(EditorRandomTest::value).toList());
      default -> meaning.equals("") ? new Value.Null() : new Value.Text((String) meaning);
    };
  }

  private static Object expected(Object meaning, List<String> path, Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (meaning instanceof Map<?, ?> old) {
      old.forEach((key, value) -> map.put((String) key, value));
    }
    String name = path.getFirst();
    if (path.size() > 1) {
      map.put(name, expected(map.getOrDefault(name, ""), path.subList(1, path.size()), change));
    } else if (change instanceof Change.Put(var p, String text)) {
      map.put(name, text);
    } else {
      map.remove(name);
    }
    return map;
  }

  private static int changedLines(String before, String after) {
    List<String> old = List.of(before.split("(?<=\n)"));
    List<String> now = List.of(after.split("(?<=\n)"));
    int same = 0;
    while (same < Math.min(old.size(), now.size())
        && old.get(same).stripTrailing().equals(now.get(same).stripTrailing())) {
      same++;
    }
    int end = 0;
    while (end < Math.min(old.size(), now.size()) - same
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return old.size() - same - end;
  }
}
