package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import java.util.function.Predicate;

/** Told of changes in their order, one at a time for each object; must not wait. */
@FunctionalInterface
public interface Listener<T> {
  void changed(Change<T> change);

  /**
   * The first list since the start has been told of, all of it.
   *
   * @param isMissing whether an object would have been in it, if it existed
   */
  default void listed(Predicate<ObjectKey> isMissing) {}
}
