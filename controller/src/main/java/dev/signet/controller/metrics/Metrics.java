package dev.signet.controller.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** All that is counted. Safe for many threads; counting never waits. */
public final class Metrics {
  private static final String UPSTREAM = "sealed_secrets_controller_";
  private static final String OURS = "signet_controller_";

  /** Where a handling failed. */
  public enum Reason {
    FETCH,
    STATUS,
    UNMANAGED,
    UNSEAL,
    UPDATE;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests;
  private final Counter errors;
  private final Counter httpRequests;
  private final Histogram httpDurations;
  private final Histogram reconcileDurations;
  private final Conditions conditions;
  private final Failing failing;
  private final Counter renewalFailures;

  /**
   * Series at their start.
   *
   * @param revision the release
   * @param objects whether names of objects may be on the page: whoever can read it reads them all
   */
  public Metrics(String revision, Objects objects) {
    build(revision);
    requests = counter("unseal_requests", "Total number of sealed secret unseal requests");
    errors =
        counter(
            "unseal_errors",
            "Total number of sealed secret unseal errors by reason",
            "reason",
            "namespace");
    // A series that is born with its first error shows no increase: no alert would see it.
    for (Reason reason : Reason.values()) {
      errors.initLabelValues(reason.label(), "");
    }
    httpRequests =
        counter(
            "http_requests",
            "A counter for requests to the wrapped handler.",
            "path",
            "code",
            "method");
    httpDurations =
        durations(UPSTREAM + "http_request", "A histogram of latencies for requests.")
            .labelNames("path", "method")
            .classicUpperBounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
            .register(registry);
    conditions = new Conditions(registry, UPSTREAM + "condition_info", objects);
    failing = new Failing(registry, OURS + "failing_objects");
    reconcileDurations =
        durations(OURS + "reconcile", "How long one look at a SealedSecret took")
            .classicUpperBounds(.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30)
            .register(registry);
    renewalFailures =
        Counter.builder()
            .name(OURS + "key_renewal_failures_total")
            .help("Times that a sealing key was due and could not be made or stored")
            .withoutExemplars()
            .register(registry);
    JvmMetrics.builder().register(registry);
  }

  private void build(String revision) {
    Gauge.builder()
        .name(UPSTREAM + "build_info")
        .help("Build information.")
        .labelNames("revision")
        .register(registry)
        .labelValues(revision)
        .set(0);
  }

  private static Histogram.Builder durations(String of, String help) {
    return Histogram.builder()
        .name(of + "_duration_seconds")
        .help(help)
        .classicOnly()
        .withoutExemplars();
  }

  /** Whether series name objects. */
  public enum Objects {
    NAMED,
    LEFT_OUT
  }

  /** One handling, of whatever outcome. */
  public void unsealRequest() {
    requests.inc();
  }

  public void unsealError(Reason reason, String namespace) {
    errors.labelValues(reason.label(), namespace).inc();
  }

  /** The object's condition Synced. */
  public void synced(SeriesOwner owner, boolean synced) {
    conditions.set(owner, synced);
  }

  /** It fails for longer than a passing fault does, or no longer. */
  public void failing(String namespace, String name, boolean fails) {
    failing.set(namespace, name, fails);
  }

  /** A new sealing key is due, and is not there. */
  public void keyRenewalFailed() {
    renewalFailures.inc();
  }

  /** No series of the object remains. */
  public void gone(String namespace, String name) {
    conditions.remove(namespace, name);
    failing.set(namespace, name, false);
  }

  /** An answer over HTTP. Those to probes are not counted: they would drown the others. */
  public void served(String path, String method, int code, Duration took) {
    if (!path.startsWith("/v1/")) {
      return;
    }
    String lower = method.toLowerCase(Locale.ROOT);
    httpRequests.labelValues(path, Integer.toString(code), lower).inc();
    httpDurations.labelValues(path, lower).observe(took.toNanos() / 1e9);
  }

  /** How many keys of the queue are in which state, looked up for each page. */
  public void queue(Supplier<Map<String, Integer>> states) {
    GaugeWithCallback.builder()
        .name(OURS + "queue_keys")
        .help("SealedSecrets to be handled, by state: ready, working, waiting for a retry")
        .labelNames("state")
        .callback(page -> states.get().forEach((state, count) -> page.call(count, state)))
        .register(registry);
  }

  /** How many sealed items which key opened last, looked up for each page. */
  public void items(Supplier<Map<String, Long>> byKey) {
    GaugeWithCallback.builder()
        .name(OURS + "sealed_items")
        .help("Sealed items by the fingerprint of the key that opened them last")
        .labelNames("key")
        .callback(page -> byKey.get().forEach((key, count) -> page.call(count, key)))
        .register(registry);
  }

  /** How long one look at an object took, of whatever outcome. */
  public void reconciled(Duration took) {
    reconcileDurations.observe(took.toNanos() / 1e9);
  }

  /** A number that is looked up for each page. */
  public void gauge(String name, String help, Supplier<Double> value) {
    GaugeWithCallback.builder()
        .name(OURS + name)
        .help(help)
        .callback(page -> page.call(value.get()))
        .register(registry);
  }

  /** The page in Prometheus' text format 0.0.4. */
  public String page() {
    return new TextPage().print(registry.scrape());
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(UPSTREAM + name + "_total")
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }
}
