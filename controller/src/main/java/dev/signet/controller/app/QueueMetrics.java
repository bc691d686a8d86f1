package dev.signet.controller.app;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.queue.QueueSizes;
import dev.signet.controller.queue.WorkQueue;
import java.util.Map;

/** How much is waiting to be done. */
final class QueueMetrics {
  private final Metrics metrics;

  QueueMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  void show(WorkQueue<ObjectKey> queue) {
    metrics.queue(
        () -> {
          QueueSizes sizes = queue.sizes();
          return Map.of(
              "ready", sizes.ready(), "working", sizes.working(), "waiting", sizes.waiting());
        });
  }
}
