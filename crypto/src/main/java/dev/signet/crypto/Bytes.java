package dev.signet.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that nobody can change, compared by content and printed as a size. Comparing stops at the
 * first difference, so what somebody may guess at belongs into a {@link Plaintext}.
 */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  public byte[] toArray() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
