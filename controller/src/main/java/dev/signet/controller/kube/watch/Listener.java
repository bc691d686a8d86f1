package dev.signet.controller.kube.watch;

/** Told of changes in their order, one at a time for each object; must not wait. */
@FunctionalInterface
public interface Listener<T> {
  void changed(Change<T> change);
}
