package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.peer.Invocation.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The file that a run merges into.
 *
 * @param text as it was before
 */
record MergeTarget(String path, String text) {
  /** Line breaks of YAML 1.1 that 1.2 has not, escaped or with the blanks that fold around them. */
  private static final Pattern BREAKS = Pattern.compile("\\\\[NLP]|\\s*[\u0085\u2028\u2029]\\s*");

  private static final String ANNOTATION = "sealedsecrets.bitnami.com/";
  private static final String LABEL = "(?<=sealed-)[-a-z0-9]+-[0-9a-f]{12}-";

  /** The target of a run, if it has one that exists. */
  static Optional<MergeTarget> of(Invocation invocation) {
    for (Map.Entry<String, Content> file : invocation.files().entrySet()) {
      if (file.getValue() instanceof Content.Plain plain
          && file.getKey().matches("(sub/)?t(\\.yaml|\\.json)?")
          && invocation.sets("merge-into")) {
        String text = new String(Texts.decoded(plain.bytes()).toArray(), UTF_8);
        return Optional.of(new MergeTarget(file.getKey(), text));
      }
    }
    return Optional.empty();
  }

  /** Whether ours did what the real program does when it is told what the target itself says. */
  boolean isMerged(Run run) {
    return Stream.of("strict", "namespace-wide", "cluster-wide")
        .filter(scope -> scope.equals("strict") || text.contains(scope))
        .anyMatch(scope -> isMerged(run, scope));
  }

  private boolean isMerged(Run run, String scope) {
    List<String> words = new ArrayList<>(List.of("--scope", scope));
    if (!run.invocation().sets("format")) {
      words.addAll(List.of("-o", format()));
    }
    Outcome told = run.there(run.invocation().withArgs(words));
    if (!Set.of(path).containsAll(run.own().files().keySet())) {
      return false;
    }
    // A scope from outside is an annotation more, and where there is none yet upstream panics.
    return told.stderr().startsWith("panic: ")
        ? agree(after(run.own()).replaceAll(LABEL, ""), after(run.peer()).replaceAll(LABEL, ""), "")
        : told.exit() == 0 && agree(after(run.own()), after(told), ANNOTATION + scope);
  }

  private String after(Outcome outcome) {
    String file = outcome.files().get(path);
    return file == null ? text : file.substring(Outcome.MODE);
  }

  private String format() {
    return text.stripLeading().startsWith("{") ? "json" : "yaml";
  }

  /**
   * Whether ours says all that the real program says, and besides only what was there before: the
   * real program loses fields that it does not know.
   *
   * @param told an annotation that the real program added because it was told so
   */
  private boolean agree(String own, String peer, String told) {
    return holds(tree(own), tree(peer), tree(text), told);
  }

  private static boolean holds(
      @Nullable Object own, @Nullable Object peer, @Nullable Object before, String told) {
    if (own instanceof Map<?, ?> ours) {
      Map<?, ?> theirs = peer instanceof Map<?, ?> map ? map : Map.of();
      Map<?, ?> earlier = before instanceof Map<?, ?> map ? map : Map.of();
      return theirs.keySet().stream()
              .filter(key -> !(key.equals(told) && !earlier.containsKey(key)))
              .allMatch(key -> isEmpty(theirs.get(key)) || ours.containsKey(key))
          && ours.keySet().stream()
              .allMatch(key -> holds(ours.get(key), theirs.get(key), earlier.get(key), told));
    }
    return Objects.equals(own, peer)
        || (isEmpty(own) && isEmpty(peer))
        || Objects.equals(own, before);
  }

  private static boolean isEmpty(@Nullable Object node) {
    return node == null
        || node.equals("null")
        || node.equals("~")
        || node.equals("")
        || (node instanceof Map<?, ?> map && map.values().stream().allMatch(MergeTarget::isEmpty))
        || (node instanceof List<?> list && list.isEmpty());
  }

  private static @Nullable Object tree(String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setAllowDuplicateKeys(true)
              .setSchema(new FailsafeSchema())
              .build();
      return new Load(settings).loadFromString(BREAKS.matcher(text).replaceAll(" "));
    } catch (YamlEngineException e) {
      return null;
    }
  }
}
