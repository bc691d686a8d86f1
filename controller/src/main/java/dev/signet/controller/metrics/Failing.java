package dev.signet.controller.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How many objects fail, without their names. */
final class Failing {
  private record Key(String namespace, String name) {}

  private final Set<Key> keys = ConcurrentHashMap.newKeySet();

  Failing(PrometheusRegistry registry, String name) {
    GaugeWithCallback.builder()
        .name(name)
        .help("SealedSecrets that fail for longer than a passing fault does")
        .callback(page -> page.call(keys.size()))
        .register(registry);
  }

  void set(String namespace, String name, boolean fails) {
    Key key = new Key(namespace, name);
    if (fails) {
      keys.add(key);
    } else {
      keys.remove(key);
    }
  }
}
