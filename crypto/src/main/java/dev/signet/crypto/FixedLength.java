package dev.signet.crypto;

import java.math.BigInteger;

/** Numbers as byte strings of a given length (I2OSP of RFC 8017, section 4.1). */
final class FixedLength {
  private FixedLength() {}

  /** Takes a time that depends on the number: not for secrets that were not blinded. */
  static byte[] toBytes(BigInteger number, int length) {
    byte[] minimal = number.toByteArray();
    byte[] bytes = new byte[length];
    int copied = Math.min(minimal.length, length); // all but, at most, a zero that was the sign
    System.arraycopy(minimal, minimal.length - copied, bytes, length - copied, copied);
    return bytes;
  }
}
