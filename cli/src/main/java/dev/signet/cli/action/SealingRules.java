package dev.signet.cli.action;

import dev.signet.cli.resource.ScopeName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed for which place, whatever the input says.
 *
 * @param name over that of the input; empty leaves it
 * @param scope null if nobody chose one
 */
public record SealingRules(
    String name, Namespace namespace, @Nullable ScopeName scope, boolean allowsEmptyData) {
  /**
   * Where a namespace comes from that the input does not have.
   *
   * @param given by the user, and then binding for every input; empty if not
   * @param context asked only where a namespace is missing
   */
  public record Namespace(String given, Context context) {
    public Optional<String> whereMissing() {
      return given.isEmpty() ? context.namespace() : Optional.of(given);
    }
  }

  /** The context that kubectl would work in. */
  public interface Context {
    Optional<String> namespace();

    /** Why there is none, in the words of client-go. */
    String complaint();
  }
}
