package dev.signet.controller.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Keys that come back at a given time, each once. */
final class WaitingKeys<K> {
  /** The number orders those of equal times, in a set that would take them for one. */
  private record Wait<K>(K key, long due, long number) {}

  private final TreeSet<Wait<K>> byTime = new TreeSet<>(WaitingKeys::compare);
  private final Map<K, Wait<K>> byKey = new HashMap<>();
  private long number;

  void add(K key, long due) {
    remove(key);
    Wait<K> wait = new Wait<>(key, due, number++);
    byKey.put(key, wait);
    byTime.add(wait);
  }

  void remove(K key) {
    Wait<K> wait = byKey.remove(key);
    if (wait != null) {
      byTime.remove(wait);
    }
  }

  /** Takes out those whose time has come. */
  List<K> due(long now) {
    List<K> due = new ArrayList<>();
    while (!byTime.isEmpty() && byTime.getFirst().due - now <= 0) {
      Wait<K> first = byTime.pollFirst();
      byKey.remove(first.key);
      due.add(first.key);
    }
    return due;
  }

  Optional<Long> firstDue() {
    return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.getFirst().due);
  }

  int size() {
    return byKey.size();
  }

  /** By difference: a ticker may start anywhere and pass the largest long. */
  private static <K> int compare(Wait<K> one, Wait<K> other) {
    long apart = one.due - other.due;
    return apart == 0 ? Long.compare(one.number, other.number) : Long.signum(apart);
  }
}
