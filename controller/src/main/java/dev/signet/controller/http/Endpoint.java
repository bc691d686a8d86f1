package dev.signet.controller.http;

import java.util.List;

/**
 * One path.
 *
 * @param methods that it answers; all others are told so
 */
public record Endpoint(String path, List<String> methods, Responder responder) {
  /** Called by many threads. */
  @FunctionalInterface
  public interface Responder {
    Answer answer(Question question);
  }

  public Endpoint {
    methods = List.copyOf(methods);
  }

  /** One that is only looked at. */
  public static Endpoint get(String path, Responder responder) {
    return new Endpoint(path, List.of("GET", "HEAD"), responder);
  }

  Answer answer(String method, Question question) {
    return methods.contains(method)
        ? responder.answer(question)
        : Answer.error(405, "method not allowed\n").with("Allow", String.join(", ", methods));
  }
}
