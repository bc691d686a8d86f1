package dev.signet.controller.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;

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
   * The name.
   *
   * @param account what only the replicas of this installation have in common
   */
  static String of(KeyPlace place, String account, Instant now) {
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
