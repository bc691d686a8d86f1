package dev.signet.crypto;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What was, or will be, sealed. It can be logged, compared and thrown about without telling a byte;
 * only {@link #reveal} tells, and is easy to search for.
 *
 * <p>It is not wiped: the garbage collector copies arrays as it likes, so wiping one of the copies
 * would promise more than it does.
 */
public final class Plaintext {
  private final byte[] content;

  private Plaintext(byte[] content) {
    this.content = content;
  }

  public static Plaintext of(byte[] content) {
    return new Plaintext(content.clone());
  }

  /** A copy of the secret bytes themselves. */
  public byte[] reveal() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  /** By content, in a time that depends on the lengths alone. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Plaintext that && MessageDigest.isEqual(content, that.content);
  }

  /** Of the size only: a hash of the content would let whoever sees it check a guess. */
  @Override
  public int hashCode() {
    return Integer.hashCode(content.length);
  }

  @Override
  public String toString() {
    return "Plaintext[redacted]";
  }
}
