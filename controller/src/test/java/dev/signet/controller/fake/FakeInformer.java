package dev.signet.controller.fake;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.watch.Informer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A copy of what a store holds at the moment, or held when it was frozen. */
public final class FakeInformer<T> implements Informer<T> {
  private final Supplier<List<T>> store;
  private final Function<T, ObjectKey> key;
  private final Map<ObjectKey, T> lightened = new HashMap<>();
  private Optional<List<T>> frozen = Optional.empty();
  private boolean synced = true;

  FakeInformer(Supplier<List<T>> store, Function<T, ObjectKey> key) {
    this.store = store;
    this.key = key;
  }

  /** From now on it falls behind. */
  public void freeze() {
    frozen = Optional.of(store.get());
  }

  /** As before the first list. */
  public void unsync() {
    synced = false;
  }

  /** What was put in place of the object. */
  public Optional<T> lightened(ObjectKey which) {
    return Optional.ofNullable(lightened.get(which));
  }

  @Override
  public void start() {}

  @Override
  public Optional<T> get(ObjectKey wanted) {
    return all().stream().filter(it -> key.apply(it).equals(wanted)).findFirst();
  }

  @Override
  public List<T> all() {
    return synced ? frozen.orElseGet(store) : List.of();
  }

  @Override
  public void lighten(ObjectKey which, T seen, T lighter) {
    lightened.put(which, lighter);
  }

  @Override
  public boolean isSynced() {
    return synced;
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
