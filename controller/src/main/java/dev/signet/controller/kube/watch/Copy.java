package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.watch.Change.Origin;
import dev.signet.controller.log.Log;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one collection. One thread writes, and tells the listener after each change; any
 * may read.
 */
final class Copy<T> {
  private final Map<ObjectKey, Kept<T>> objects = new ConcurrentHashMap<>();
  private final Listener<T> listener;
  private final Log log;

  Copy(Listener<T> listener, Log log) {
    this.listener = listener;
    this.log = log;
  }

  Optional<T> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(Kept::value);
  }

  List<T> all() {
    return objects.values().stream().map(Kept::value).toList();
  }

  @SuppressWarnings("ReferenceEquality") // an equal one may have come in since, to be handled
  void lighten(ObjectKey key, T seen, T lighter) {
    objects.computeIfPresent(
        key,
        (same, kept) ->
            kept.value() == seen ? new Kept<>(key, kept.resourceVersion(), lighter) : kept);
  }

  /** The state that is held already, if it is this one: may be lighter, and saves the memory. */
  Kept<T> known(Kept<T> object) {
    Kept<T> held = objects.get(object.key());
    return held != null && held.isSameState(object) ? held : object;
  }

  void put(Kept<T> object, Origin origin) {
    Kept<T> before = objects.get(object.key());
    if (before != null && before.isSameState(object)) {
      return;
    }
    objects.put(object.key(), object);
    tell(object.key(), before, object, origin);
  }

  void remove(ObjectKey key, Origin origin) {
    Kept<T> before = objects.remove(key);
    if (before != null) {
      tell(key, before, null, origin);
    }
  }

  /** Makes the copy what a list says; what is not in it was deleted while nobody looked. */
  void replaceAll(List<Kept<T>> list, Origin origin) {
    Map<ObjectKey, Kept<T>> gone = new HashMap<>(objects);
    list.forEach(object -> gone.remove(object.key()));
    gone.keySet().forEach(key -> remove(key, origin));
    list.forEach(object -> put(object, origin));
  }

  /** Tells that the first list is in. */
  void listed(Predicate<ObjectKey> isInReach) {
    try {
      listener.listed(key -> isInReach.test(key) && !objects.containsKey(key));
    } catch (RuntimeException fault) {
      log.error("fault while handling a list", "error", fault.getClass().getName());
    }
  }

  private void tell(
      ObjectKey key, @Nullable Kept<T> before, @Nullable Kept<T> after, Origin origin) {
    T old = before == null ? null : before.value();
    T now = after == null ? null : after.value();
    try {
      listener.changed(new Change<>(key, old, now, origin));
    } catch (RuntimeException fault) {
      // One listener's fault over one object must not end the watch for all.
      log.error("fault while handling a change", "key", key, "error", fault.getClass().getName());
    }
  }
}
