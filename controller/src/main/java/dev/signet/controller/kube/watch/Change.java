package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * One object is not what it was.
 *
 * @param before null if it was not there
 * @param after null if it is gone
 */
public record Change<T>(ObjectKey key, @Nullable T before, @Nullable T after, Origin origin) {
  public enum Origin {
    /** Of the first list after start. */
    BACKLOG,
    /** Seen to happen, or found to have happened while nobody looked. */
    NEWS
  }
}
