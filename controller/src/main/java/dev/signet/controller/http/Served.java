package dev.signet.controller.http;

import java.time.Duration;

/** Told of each answer, on a thread that the next one waits for. */
@FunctionalInterface
public interface Served {
  /**
   * One answer.
   *
   * @param path of the endpoint: what was asked in vain is not told
   */
  void served(String path, String method, int code, Duration took);
}
