package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import java.util.List;
import java.util.Optional;

/** A copy of all objects of one type within reach. */
public interface Informer<T> extends AutoCloseable {
  /** Begins in the background. */
  void start();

  Optional<T> get(ObjectKey key);

  List<T> all();

  /**
   * Holds something lighter in place of an object that needs no work, until it changes. Tells
   * nobody.
   *
   * @param seen the very instance that is held; if that is another by now, nothing happens
   */
  void lighten(ObjectKey key, T seen, T lighter);

  /** Whether every namespace has been listed, was refused or kept failing, since the start. */
  boolean isSynced();

  /** One line on what keeps the copy from being true; empty if nothing does. */
  Optional<String> trouble();

  @Override
  void close();
}
