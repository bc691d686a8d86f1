package dev.signet.controller.kube;

import java.util.Optional;
import java.util.function.Function;

/** The answer to a request. */
public sealed interface Outcome<T> {
  record Ok<T>(T value) implements Outcome<T> {}

  record Failed<T>(ApiError error) implements Outcome<T> {}

  default <R> Outcome<R> map(Function<T, R> function) {
    return switch (this) {
      case Ok<T>(T value) -> new Ok<>(function.apply(value));
      case Failed<T>(ApiError error) -> new Failed<>(error);
    };
  }

  default Optional<T> found() {
    return this instanceof Ok<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
