package dev.signet.controller.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the Secret of the first key is called. Two replicas that start on an empty cluster and may
 * not use Leases choose the same name, so that the API server refuses the second one; to whoever
 * reads it, it looks like the random names of other keys.
 *
 * <p>Of another installation, and of another day, it is another name: a backup that is restored
 * must not replace a key that was made in the meantime.
 */
final class FirstName {
  /** That the API server makes names of. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final int LENGTH = 5;

  private FirstName() {}

  /**
   * The name, or none where there is nothing to draw it from. Failed while that is not known: a
   * random name for want of one answer could be the second first key.
   *
   * @param account what only the replicas of this installation have in common; empty if nothing
   */
  static Outcome<Optional<String>> of(KeyPlace place, Outcome<String> account, Instant now) {
    return switch (account) {
      case Outcome.Ok<String>(String uid) ->
          new Outcome.Ok<>(uid.isEmpty() ? Optional.empty() : Optional.of(name(place, uid, now)));
      case Outcome.Failed<String>(ApiError error) ->
          isFinal(error) ? new Outcome.Ok<>(Optional.empty()) : new Outcome.Failed<>(error);
    };
  }

  /**
   * Older servers do not know the question, and some refuse it: nobody waits for that to change.
   */
  private static boolean isFinal(ApiError error) {
    return error instanceof ApiError.NoSuchPlace
        || error instanceof ApiError.NotFound
        || error instanceof ApiError.Forbidden
        || error instanceof ApiError.Invalid;
  }

  private static String name(KeyPlace place, String account, Instant now) {
    String seed =
        "%s %s %s".formatted(place.namespace(), account, now.atZone(ZoneOffset.UTC).toLocalDate());
    byte[] hash = sha256(seed);
    StringBuilder name = new StringBuilder(place.prefix());
    for (int i = 0; i < LENGTH; i++) {
      name.append(LETTERS.charAt(Byte.toUnsignedInt(hash[i]) % LETTERS.length()));
    }
    return name.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
