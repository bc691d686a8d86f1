package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * Names an RSA public key as {@code ssh-keygen -l} does: {@code SHA256:} and the unpadded base64 of
 * the SHA-256 of the key's SSH wire form (RFC 4253, section 6.6). One key has one fingerprint,
 * whatever certificates it has.
 */
public record Fingerprint(String text) {
  static Fingerprint of(PublicKey key) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    put(wire, "ssh-rsa".getBytes(US_ASCII));
    // An mpint is two's complement (RFC 4251, section 5), which is what toByteArray gives.
    put(wire, key.exponent().toByteArray());
    put(wire, key.modulus().toByteArray());
    String hash = Base64.getEncoder().withoutPadding().encodeToString(sha256(wire.toByteArray()));
    return new Fingerprint("SHA256:" + hash);
  }

  private static void put(ByteArrayOutputStream wire, byte[] field) {
    wire.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
    wire.writeBytes(field);
  }

  private static byte[] sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
