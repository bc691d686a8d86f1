package dev.signet.controller.queue;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Keys to be handed out, each once: news first. Of them the oldest and the newest in turn, so that
 * one that comes in behind hundreds does not wait for them, and none waits for ever.
 */
final class ReadyKeys<K> {
  /** One in so many is of the backlog, or else a busy cluster would never see the end of it. */
  private static final int TURN_OF_BACKLOG = 8;

  private final SequencedSet<K> news = new LinkedHashSet<>();
  private final SequencedSet<K> backlog = new LinkedHashSet<>();
  private int newsInARow;
  private boolean newestIsNext;

  void add(K key, Priority priority) {
    switch (priority) {
      case NEWS -> {
        backlog.remove(key);
        news.add(key);
      }
      case BACKLOG -> {
        if (!news.contains(key)) {
          backlog.add(key);
        }
      }
    }
  }

  Optional<K> poll() {
    boolean turn = newsInARow >= TURN_OF_BACKLOG - 1;
    boolean fromBacklog = news.isEmpty() || (turn && !backlog.isEmpty());
    newsInARow = fromBacklog ? 0 : newsInARow + 1;
    if (fromBacklog) {
      return backlog.isEmpty() ? Optional.empty() : Optional.of(backlog.removeFirst());
    }
    boolean newest = newestIsNext;
    newestIsNext = !newest;
    return Optional.of(newest ? news.removeLast() : news.removeFirst());
  }

  int size() {
    return news.size() + backlog.size();
  }
}
