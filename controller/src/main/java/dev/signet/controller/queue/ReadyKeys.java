package dev.signet.controller.queue;

import dev.signet.controller.queue.Line.Order;
import java.util.Optional;
import java.util.function.Function;

/** Keys to be handed out, each once: news first. */
final class ReadyKeys<K> {
  /** One in so many is of the backlog, or else a busy cluster would never see the end of it. */
  private static final int TURN_OF_BACKLOG = 8;

  private final Line<K> news;
  private final Line<K> backlog;
  private int newsInARow;

  ReadyKeys(Function<? super K, ?> owner) {
    news = new Line<>(owner, Order.OLDEST_AND_NEWEST_IN_TURN);
    backlog = new Line<>(owner, Order.OLDEST_FIRST);
  }

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
    return fromBacklog ? backlog.poll() : news.poll();
  }

  int size() {
    return news.size() + backlog.size();
  }
}
