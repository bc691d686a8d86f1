package dev.signet.controller.http;

import org.jspecify.annotations.Nullable;

/** What an endpoint sees of a request. */
public record Question(Headers headers, Body body) {
  @FunctionalInterface
  public interface Headers {
    /** Null if it is not there. */
    @Nullable String get(String name);
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
