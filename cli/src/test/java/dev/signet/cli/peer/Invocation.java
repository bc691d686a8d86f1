package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crypto.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One run that can be had of either program.
 *
 * @param args {@link #FOLDER} in them, as in {@code env} and in texts, stands for the folder of the
 *     run
 * @param files what lies in that folder, by relative path
 */
record Invocation(
    List<String> args, Map<String, String> env, Bytes stdin, SortedMap<String, Content> files) {
  static final String FOLDER = "{{cwd}}";

  Invocation {
    args = List.copyOf(args);
    env = Map.copyOf(env);
    files = new TreeMap<>(files);
  }

  sealed interface Content {
    /**
     * A file.
     *
     * @param mode as in {@code rw-r--r--}
     */
    record Plain(Bytes bytes, String mode) implements Content {}

    record Folder() implements Content {}

    record Link(String target) implements Content {}

    static Content text(String text) {
      return bytes(Bytes.of(text.getBytes(UTF_8)));
    }

    static Content bytes(Bytes bytes) {
      return new Plain(bytes, "rw-r--r--");
    }
  }

  /** The same run with further words, which win over the earlier ones. */
  Invocation withArgs(List<String> words) {
    List<String> more = new ArrayList<>(args);
    int end = more.lastIndexOf("--");
    more.addAll(end < 0 ? more.size() : end, words);
    return new Invocation(more, env, stdin, files);
  }

  /** Whether a flag of this long name is given, in whatever way. */
  boolean sets(String flag) {
    String brief = flag.equals("format") ? "-o" : "--" + flag;
    return env.containsKey(CommandDraw.variable(flag))
        || args.stream().anyMatch(it -> it.startsWith("--" + flag) || it.startsWith(brief));
  }

  /** The same run where nothing is configured; the very same if nothing was. */
  Invocation withoutKubeconfig() {
    SortedMap<String, Content> fewer = new TreeMap<>(files);
    fewer.keySet().removeAll(Set.of("home/.kube/config", "one", "two"));
    Map<String, String> less = new HashMap<>(env);
    less.remove("KUBECONFIG");
    fewer.computeIfPresent("kube.yaml", (path, content) -> Content.text(""));
    List<String> nobody = List.of("--context=", "--cluster=", "--user=");
    Invocation without = new Invocation(args, less, stdin, fewer);
    boolean isNamed = sets("context") || sets("cluster") || sets("user");
    return !isNamed || args.containsAll(nobody) ? without : without.withArgs(nobody);
  }

  /** The same run with a certificate that is in order. */
  Invocation withCertificate(String pem) {
    SortedMap<String, Content> more = new TreeMap<>(files);
    more.put("good.pem", Content.text(pem));
    return new Invocation(args, env, stdin, more).withArgs(List.of("--cert=good.pem"));
  }

  /** The documents of the input, cut as a reader would; blank ones do not count. */
  List<String> documents() {
    String input =
        files.entrySet().stream()
            .filter(file -> file.getKey().matches("in\\.yaml|in\\.json|sub/in|in put"))
            .map(file -> text(file.getValue()))
            .findFirst()
            .orElse(text(stdin));
    return Stream.of(input.split("(?m)^---|(?<=\\})\\s*(?=\\{)"))
        .filter(document -> !document.replaceAll("(?m)#.*$", "").isBlank())
        .toList();
  }

  private static String text(Content content) {
    return content instanceof Content.Plain plain ? text(plain.bytes()) : "";
  }

  private static String text(Bytes bytes) {
    return new String(Texts.decoded(bytes).toArray(), UTF_8);
  }

  /** The same run with each text changed in the same way. */
  Invocation withTexts(UnaryOperator<Bytes> change) {
    SortedMap<String, Content> changed = new TreeMap<>();
    files.forEach(
        (path, content) ->
            changed.put(
                path,
                content instanceof Content.Plain(Bytes bytes, String mode)
                    ? new Content.Plain(change.apply(bytes), mode)
                    : content));
    return new Invocation(args, env, change.apply(stdin), changed);
  }

  /** Everything that was given, as text: what occurs in it was not made by a program. */
  String given() {
    var given = new StringBuilder(text(stdin));
    for (Content content : files.values()) {
      if (content instanceof Content.Plain(Bytes bytes, String mode)) {
        given.append('\n').append(text(bytes));
      }
    }
    return given.toString();
  }

  /** For a person who wants to see it. */
  String show() {
    var shown = new StringBuilder("args  " + args + "\nenv   " + env + "\n");
    shown.append("stdin ").append(shown(stdin)).append('\n');
    files.forEach(
        (path, content) ->
            shown
                .append("file  " + path + " ")
                .append(content instanceof Content.Plain plain ? shown(plain.bytes()) : content)
                .append('\n'));
    return shown.toString();
  }

  private static String shown(Bytes bytes) {
    String text = new String(bytes.toArray(), UTF_8);
    return text.startsWith("-----BEGIN")
        ? text.lines().limit(1).toList() + "..."
        : "<<" + text + ">>";
  }
}
