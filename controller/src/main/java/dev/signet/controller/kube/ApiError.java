package dev.signet.controller.kube;

import java.time.Duration;

/** Why a request was not done. The messages are the server's own, or ours where it sent none. */
public sealed interface ApiError {
  String message();

  /** Somebody else has written it since it was read. */
  record Conflict(String message) implements ApiError {}

  record AlreadyExists(String message) implements ApiError {}

  /** The server has no such object: its own word about the very one that was asked for. */
  record NotFound(String message) implements ApiError {}

  /** Nothing is known here: no such type or namespace, or something in between knows no way. */
  record NoSuchPlace(String message) implements ApiError {}

  /** No right to do this, or a quota or policy forbids it. */
  record Forbidden(String message) implements ApiError {}

  /** Nothing can be made here any more: the namespace is going away. */
  record NamespaceTerminating(String message) implements ApiError {}

  /** Who asked is not known: the token is wrong or has run out. */
  record Unauthorized(String message) implements ApiError {}

  /** The object itself is at fault: sending it again changes nothing. */
  record Invalid(String message) implements ApiError {}

  /**
   * Too much at once.
   *
   * @param after how long the server wants to be left alone; zero if it does not say
   */
  record TooManyRequests(String message, Duration after) implements ApiError {}

  /** The resource version is too old to go on from. */
  record Gone(String message) implements ApiError {}

  record ServerError(int code, String message) implements ApiError {}

  /** No answer, or half of one: whether it was done is not known. */
  record Unreachable(String message) implements ApiError {}
}
