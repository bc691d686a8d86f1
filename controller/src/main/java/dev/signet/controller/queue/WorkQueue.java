package dev.signet.controller.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keys to be worked on.
 *
 * <p>A key is in at most one of three places: ready, in work, or waiting. Adding a key that is
 * ready changes nothing but its priority; one that is in work is remembered and ready again as soon
 * as its worker is through, so a change is never missed and never worked on twice at a time; one
 * that waits after a failure waits no longer. That is client-go's {@code workqueue}, in one lock.
 */
public final class WorkQueue<K> {
  /** Failing this often in a row puts a key behind those that are new. */
  private static final int FAILURES_OF_NEWS = 5;

  private final Backoff backoff;
  private final RandomGenerator random;
  private final Ticker ticker;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, Entry> entries = new HashMap<>();
  private final ReadyKeys<K> ready;
  private final WaitingKeys<K> waiting = new WaitingKeys<>();
  private boolean shut;

  /** What is known of a key that has work or failures. */
  private static final class Entry {
    boolean working;

    /** Added while in work; null if not. */
    @Nullable Priority again;

    int failures;
  }

  /** One whose keys have one owner. */
  public WorkQueue(Backoff backoff, RandomGenerator random, Ticker ticker) {
    this(backoff, random, ticker, key -> "");
  }

  /**
   * One that is fair between the owners of keys.
   *
   * @param owner of a key, always the same
   */
  public WorkQueue(
      Backoff backoff, RandomGenerator random, Ticker ticker, Function<? super K, ?> owner) {
    this.ready = new ReadyKeys<>(owner);
    this.backoff = backoff;
    this.random = random;
    this.ticker = ticker;
  }

  /** The key is to be worked on. */
  public void add(K key, Priority priority) {
    lock.lock();
    try {
      makeReady(key, priority);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #add}, and its failures are forgotten: what made it fail may be gone. */
  public void wake(K key) {
    lock.lock();
    try {
      entry(key).failures = 0;
      makeReady(key, Priority.NEWS);
    } finally {
      lock.unlock();
    }
  }

  /** Wakes all that wait after a failure, or fail just now, and match. */
  public void wakeFailed(Predicate<K> which) {
    lock.lock();
    try {
      List<K> failed = new ArrayList<>();
      entries.forEach(
          (key, entry) -> {
            if ((entry.failures > 0 || entry.working) && which.test(key)) {
              failed.add(key);
            }
          });
      for (K key : failed) {
        entry(key).failures = 0;
        makeReady(key, Priority.NEWS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** How often the key has failed in a row. */
  public int failures(K key) {
    lock.lock();
    try {
      Entry entry = entries.get(key);
      return entry == null ? 0 : entry.failures;
    } finally {
      lock.unlock();
    }
  }

  public QueueSizes sizes() {
    lock.lock();
    try {
      int working = (int) entries.values().stream().filter(entry -> entry.working).count();
      return new QueueSizes(ready.size(), working, waiting.size());
    } finally {
      lock.unlock();
    }
  }

  /** The next key, as soon as there is one; empty once the queue is shut down. */
  public Optional<K> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<K> key = poll();
      while (key.isEmpty() && !shut) {
        changed.awaitNanos(nanosToNextDue());
        key = poll();
      }
      return key;
    } finally {
      lock.unlock();
    }
  }

  /** The next key, if there is one now. */
  Optional<K> tryTake() {
    lock.lock();
    try {
      return poll();
    } finally {
      lock.unlock();
    }
  }

  /** The key's worker is through with it. */
  public void done(K key, Next next) {
    lock.lock();
    try {
      Entry entry = entries.get(key);
      if (entry == null || !entry.working) {
        throw new IllegalArgumentException("a key that nobody works on cannot be done");
      }
      entry.working = false;
      conclude(key, entry, next);
    } finally {
      lock.unlock();
    }
  }

  /** Hands out nothing more and takes nothing more in; what is in work may end. */
  public void shutDown() {
    lock.lock();
    try {
      shut = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isShut() {
    lock.lock();
    try {
      return shut;
    } finally {
      lock.unlock();
    }
  }

  private Entry entry(K key) {
    return entries.computeIfAbsent(key, unknown -> new Entry());
  }

  private void makeReady(K key, Priority priority) {
    if (shut) {
      return;
    }
    Entry entry = entry(key);
    if (entry.working) {
      entry.again = Priority.higher(entry.again, priority);
      return;
    }
    waiting.remove(key);
    ready.add(key, priority);
    changed.signal();
  }

  private Optional<K> poll() {
    if (shut) {
      return Optional.empty();
    }
    long now = ticker.nanos();
    for (K due : waiting.due(now)) {
      ready.add(due, priorityOfRetry(entry(due)));
      changed.signal();
    }
    Optional<K> key = ready.poll();
    key.ifPresent(it -> entry(it).working = true);
    return key;
  }

  long nanosToNextDue() {
    return waiting.firstDue().map(due -> due - ticker.nanos()).orElse(Long.MAX_VALUE);
  }

  private void conclude(K key, Entry entry, Next next) {
    switch (next) {
      case Next.Done() -> entry.failures = 0;
      case Next.Retry() -> entry.failures++;
      case Next.After after -> {}
    }
    Priority again = entry.again;
    entry.again = null;
    if (again != null) {
      makeReady(key, again);
      return;
    }
    switch (next) {
      case Next.Done() -> entries.remove(key);
      case Next.Retry() -> await(key, backoff.after(entry.failures, random).toNanos());
      case Next.After(var delay) -> await(key, delay.toNanos());
    }
  }

  private void await(K key, long nanos) {
    waiting.add(key, ticker.nanos() + nanos);
    changed.signal();
  }

  private static Priority priorityOfRetry(Entry entry) {
    return entry.failures > FAILURES_OF_NEWS ? Priority.BACKLOG : Priority.NEWS;
  }
}
