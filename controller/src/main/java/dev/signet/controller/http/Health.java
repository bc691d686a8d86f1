package dev.signet.controller.http;

import java.util.Optional;
import java.util.function.Supplier;

/** The probes. */
public final class Health {
  private Health() {}

  /** Whether there is a process. From its first moment, whatever becomes of everything else. */
  public static Endpoint live() {
    return Endpoint.get("/healthz", question -> Answer.ok("ok\n"));
  }

  /**
   * Whether it does its work.
   *
   * @param trouble one line on what keeps it; empty if nothing does
   */
  public static Endpoint ready(Supplier<Optional<String>> trouble) {
    return Endpoint.get(
        "/readyz",
        question ->
            trouble
                .get()
                .map(line -> Answer.error(503, line.replace('\n', ' ') + "\n"))
                .orElseGet(() -> Answer.ok("ok\n")));
  }
}
