package dev.signet.controller.http;

import java.util.function.Supplier;

/** What Prometheus scrapes. */
public final class MetricsPage {
  private MetricsPage() {}

  /** The endpoint of the second address. */
  public static Endpoint endpoint(Supplier<String> page) {
    return Endpoint.get(
        "/metrics",
        question -> Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", page.get()));
  }
}
