package dev.signet.controller.queue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * Keys in line, each once. The owners of keys take turns, a key a turn: whoever throws in thousands
 * delays nobody else by more than one of them.
 */
final class Line<K> {
  /** Which of an owner's keys is next. */
  enum Order {
    OLDEST_FIRST,
    /** So that one behind hundreds does not wait for them, and none waits for ever. */
    OLDEST_AND_NEWEST_IN_TURN
  }

  private final Function<? super K, ?> owner;
  private final Order order;

  /** By owner; who was served last is last. */
  private final SequencedMap<Object, Keys<K>> owners = new LinkedHashMap<>();

  private int size;

  /** Those of one owner. */
  private static final class Keys<K> {
    final SequencedSet<K> all = new LinkedHashSet<>();
    boolean newestIsNext;
  }

  Line(Function<? super K, ?> owner, Order order) {
    this.owner = owner;
    this.order = order;
  }

  void add(K key) {
    if (owners.computeIfAbsent(owner.apply(key), unknown -> new Keys<>()).all.add(key)) {
      size++;
    }
  }

  void remove(K key) {
    Keys<K> keys = owners.get(owner.apply(key));
    if (keys != null && keys.all.remove(key)) {
      size--;
      if (keys.all.isEmpty()) {
        owners.remove(owner.apply(key));
      }
    }
  }

  boolean contains(K key) {
    Keys<K> keys = owners.get(owner.apply(key));
    return keys != null && keys.all.contains(key);
  }

  Optional<K> poll() {
    Map.Entry<Object, Keys<K>> first = owners.pollFirstEntry();
    if (first == null) {
      return Optional.empty();
    }
    Keys<K> keys = first.getValue();
    K key = keys.newestIsNext ? keys.all.removeLast() : keys.all.removeFirst();
    keys.newestIsNext = !keys.newestIsNext && order == Order.OLDEST_AND_NEWEST_IN_TURN;
    if (!keys.all.isEmpty()) {
      owners.putLast(first.getKey(), keys);
    }
    size--;
    return Optional.of(key);
  }

  boolean isEmpty() {
    return owners.isEmpty();
  }

  int size() {
    return size;
  }
}
