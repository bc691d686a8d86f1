package dev.signet.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * RSA-OAEP (RFC 8017, section 7.1) as the sealed format uses it: SHA-256 for the label and for
 * MGF1, and a session key of 32 bytes as the message, always.
 *
 * <p>With the message's length fixed, so is the place of everything in the block, which is {@code
 * 00 | masked seed (32) | masked DB}, where DB is {@code label hash (32) | zeros | 01 | session key
 * (32)}.
 */
final class Oaep {
  static final int SESSION_KEY_LENGTH = 32;
  static final int SEED_LENGTH = Sha256.LENGTH;
  static final int DB_START = 1 + SEED_LENGTH;

  private Oaep() {}

  /** The block to raise to the public exponent, as long as the modulus. */
  static byte[] encode(byte[] sessionKey, byte[] label, byte[] seed, int length) {
    byte[] db = unkeyedDb(label, length);
    System.arraycopy(sessionKey, 0, db, db.length - SESSION_KEY_LENGTH, SESSION_KEY_LENGTH);
    xor(db, mask(seed, db.length));
    byte[] maskedSeed = seed.clone();
    xor(maskedSeed, mask(db, SEED_LENGTH));
    return ByteBuffer.allocate(length).put((byte) 0).put(maskedSeed).put(db).array();
  }

  /** DB with zeros where the session key belongs: all of it that is known beforehand. */
  static byte[] unkeyedDb(byte[] label, int length) {
    byte[] db = Arrays.copyOf(Sha256.of(label), length - DB_START);
    db[db.length - SESSION_KEY_LENGTH - 1] = 1;
    return db;
  }

  /** MGF1 (RFC 8017, appendix B.2.1). */
  static byte[] mask(byte[] seed, int length) {
    ByteBuffer mask = ByteBuffer.allocate(length);
    for (int counter = 0; mask.hasRemaining(); counter++) {
      byte[] hash = Sha256.of(seed, ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
      mask.put(hash, 0, Math.min(hash.length, mask.remaining()));
    }
    return mask.array();
  }

  static void xor(byte[] target, byte[] mask) {
    for (int i = 0; i < target.length; i++) {
      target[i] ^= mask[i];
    }
  }
}
