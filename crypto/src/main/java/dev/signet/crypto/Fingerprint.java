package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Names an RSA public key as {@code ssh-keygen -l} does: {@code SHA256:} and the unpadded base64 of
 * the SHA-256 of the key's SSH wire form (RFC 4253, section 6.6). One key has one fingerprint,
 * whatever certificates it has.
 */
public record Fingerprint(String text) {
  static Fingerprint of(PublicKey key) {
    // An mpint is two's complement (RFC 4251, section 5), which is what toByteArray gives.
    byte[] hash =
        Sha256.of(
            field("ssh-rsa".getBytes(US_ASCII)),
            field(key.exponent().toByteArray()),
            field(key.modulus().toByteArray()));
    return new Fingerprint("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
  }

  private static byte[] field(byte[] content) {
    return ByteBuffer.allocate(Integer.BYTES + content.length)
        .putInt(content.length)
        .put(content)
        .array();
  }

  @Override
  public String toString() {
    return text;
  }
}
