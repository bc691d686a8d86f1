package dev.signet.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;

/** SHA-256 in one call. */
final class Sha256 {
  static final int LENGTH = 32;

  private Sha256() {}

  /** The hash of the parts, one behind the other. */
  static byte[] of(byte[]... parts) {
    SHA256Digest digest = new SHA256Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] hash = new byte[LENGTH];
    digest.doFinal(hash, 0);
    return hash;
  }
}
