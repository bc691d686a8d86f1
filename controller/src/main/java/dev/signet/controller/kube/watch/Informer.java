package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A copy of all objects of one type within reach. */
public interface Informer<T> extends AutoCloseable {
  /** Begins in the background. */
  void start();

  Optional<T> get(ObjectKey key);

  List<T> all();

  /** Holds something lighter in place of the object, if it is still this one. Tells nobody. */
  void lighten(ObjectKey key, UnaryOperator<T> lighter);

  /** Whether every namespace that may be read has been listed once. */
  boolean isSynced();

  /** One line on what keeps it from being true; empty if nothing does. */
  Optional<String> trouble();

  @Override
  void close();
}
