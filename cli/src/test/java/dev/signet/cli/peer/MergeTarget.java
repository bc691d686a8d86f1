package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.peer.Invocation.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The file that a run merges into.
 *
 * @param text as it was before
 */
record MergeTarget(String path, String text) {
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
    List<String> words = new ArrayList<>(List.of("--scope", scope()));
    if (!run.invocation().sets("format")) {
      words.addAll(List.of("-o", format()));
    }
    Outcome told = run.there(run.invocation().withArgs(words));
    String own = run.own().files().get(path);
    String theirs = told.files().get(path);
    return own != null
        && theirs != null
        && run.own().files().size() == 1
        && agree(own.substring(Outcome.MODE), theirs.substring(Outcome.MODE));
  }

  private String format() {
    return text.stripLeading().startsWith("{") ? "json" : "yaml";
  }

  /** The scope that its own annotations say. */
  private String scope() {
    if (!(tree(text) instanceof Map<?, ?> whole)
        || !(whole.get("metadata") instanceof Map<?, ?> metadata)
        || !(metadata.get("annotations") instanceof Map<?, ?> annotations)) {
      return "strict";
    }
    if ("true".equals(annotations.get(Words.CLUSTER_WIDE))) {
      return "cluster-wide";
    }
    return "true".equals(annotations.get(Words.NAMESPACE_WIDE)) ? "namespace-wide" : "strict";
  }

  /**
   * Whether ours says all that the real program says, and besides only what was there before: the
   * real program loses fields that it does not know.
   */
  private boolean agree(String own, String peer) {
    return holds(tree(own), tree(peer), tree(text));
  }

  private static boolean holds(
      @Nullable Object own, @Nullable Object peer, @Nullable Object before) {
    if (own instanceof Map<?, ?> ours) {
      Map<?, ?> theirs = peer instanceof Map<?, ?> map ? map : Map.of();
      Map<?, ?> earlier = before instanceof Map<?, ?> map ? map : Map.of();
      return theirs.keySet().stream()
              .allMatch(key -> isEmpty(theirs.get(key)) || ours.containsKey(key))
          && ours.keySet().stream()
              .allMatch(key -> holds(ours.get(key), theirs.get(key), earlier.get(key)));
    }
    return Objects.equals(own, peer)
        || (isEmpty(own) && isEmpty(peer))
        || Objects.equals(own, before);
  }

  private static boolean isEmpty(@Nullable Object node) {
    return node == null
        || (node instanceof Map<?, ?> map && map.isEmpty())
        || (node instanceof List<?> list && list.isEmpty());
  }

  private static @Nullable Object tree(String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      return new Load(settings).loadFromString(text);
    } catch (YamlEngineException e) {
      return null;
    }
  }
}
