package dev.signet.controller.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One series for each living object, whatever becomes of its labels. */
final class Conditions {
  private record Key(String namespace, String name) {}

  private final Gauge gauge;
  private final Metrics.Objects objects;

  /** The instance label that each object's series has now. */
  private final Map<Key, String> instances = new ConcurrentHashMap<>();

  Conditions(PrometheusRegistry registry, String name, Metrics.Objects objects) {
    this.objects = objects;
    this.gauge =
        Gauge.builder()
            .name(name)
            .help(
                "Current SealedSecret condition status."
                    + " Values are -1 (false), 0 (unknown or absent), 1 (true)")
            .labelNames("condition", "namespace", "name", "ss_app_kubernetes_io_instance")
            .withoutExemplars()
            .register(registry);
  }

  void set(SeriesOwner owner, boolean synced) {
    if (objects == Metrics.Objects.LEFT_OUT) {
      return;
    }
    instances.compute(
        new Key(owner.namespace(), owner.name()),
        (key, before) -> {
          if (before != null && !before.equals(owner.instance())) {
            drop(key, before);
          }
          gauge
              .labelValues("Synced", key.namespace, key.name, owner.instance())
              .set(synced ? 1 : -1);
          return owner.instance();
        });
  }

  void remove(String namespace, String name) {
    instances.computeIfPresent(new Key(namespace, name), this::drop);
  }

  private @Nullable String drop(Key key, String instance) {
    gauge.remove("Synced", key.namespace, key.name, instance);
    return null;
  }
}
