package dev.signet.cli.peer;

import dev.signet.cli.peer.Invocation.Content;
import dev.signet.crypto.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A command line in the making: the same setting is spelt in many ways. */
final class CommandDraw {
  private static final Map<String, String> SHORT =
      Map.of("format", "-o", "sealed-secret-file", "-w", "secret-file", "-f", "namespace", "-n");

  private final Draw draw;
  private final List<List<String>> words = new ArrayList<>();
  private final Map<String, String> env = new HashMap<>();
  private final SortedMap<String, Content> files = new TreeMap<>();
  private Bytes stdin = Bytes.of(new byte[0]);

  CommandDraw(Draw draw) {
    this.draw = draw;
  }

  CommandDraw set(String flag, String drawn) {
    // No process can be given this one character.
    String value = drawn.replace("\0", "");
    if (draw.oneIn(12)) {
      env.put(variable(flag), value);
      return this;
    }
    if (draw.oneIn(20)) {
      env.put(variable(flag), draw.of("", "other", "json", "true"));
    }
    words.add(spelt(flag, value));
    return this;
  }

  /** A flag that has no variable, or whose variable means something else. */
  CommandDraw plainly(String flag, String value) {
    words.add(spelt(flag, value));
    return this;
  }

  private List<String> spelt(String flag, String value) {
    String brief = SHORT.get(flag);
    if (brief != null && draw.oneIn(2)) {
      return switch (draw.below(3)) {
        case 0 -> List.of(brief, value);
        case 1 -> List.of(brief + "=" + value);
        default -> value.isEmpty() ? List.of(brief, value) : List.of(brief + value);
      };
    }
    return draw.oneIn(2) ? List.of("--" + flag + "=" + value) : List.of("--" + flag, value);
  }

  CommandDraw on(String flag) {
    if (draw.oneIn(12)) {
      env.put(variable(flag), draw.of("true", "1", "T"));
    } else {
      words.add(List.of("--" + flag + draw.of("", "", "", "=true", "=1", "=T", "=TRUE")));
    }
    return this;
  }

  CommandDraw word(String... word) {
    words.add(List.of(word));
    return this;
  }

  CommandDraw variable(String name, String value) {
    env.put(name, value);
    return this;
  }

  CommandDraw file(String path, Content content) {
    files.put(path, content);
    return this;
  }

  CommandDraw stdin(Bytes bytes) {
    stdin = bytes;
    return this;
  }

  static String variable(String flag) {
    return "SEALED_SECRETS_" + flag.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The words in any order, as flags may stand anywhere. */
  Invocation done() {
    List<List<String>> shuffled = new ArrayList<>();
    words.forEach(word -> shuffled.add(draw.below(shuffled.size() + 1), word));
    List<String> args = new ArrayList<>(shuffled.stream().flatMap(List::stream).toList());
    if (draw.oneIn(30)) {
      args.addAll(List.of("--", "--nope", "-o", "xml"));
    }
    return new Invocation(args, env, stdin, files);
  }
}
