package dev.signet.crypto;

import java.util.Arrays;

/**
 * Takes a session key out of an OAEP block without telling whether there was one.
 *
 * <p>On timing: Manger ("A chosen ciphertext attack on RSA-OAEP", CRYPTO 2001) opens any value with
 * about a thousand questions if only he learns whether the block's first byte was zero. So there is
 * no answer here to learn. Every byte of every block goes through the same hashes and the same
 * comparison; what differs is gathered in one number, and that number picks, by masks and not by a
 * branch, between the session key and a decoy. The decoy then fails in AES-GCM exactly as a wrong
 * session key does. (Implicit rejection, as in FIPS 203.)
 *
 * <p>The place of the separator is no secret to be searched for: session keys of other lengths than
 * 32 are refused, so it can stand in one place only.
 */
final class OaepDecoder {
  private OaepDecoder() {}

  /**
   * Undoes {@link Oaep#encode}.
   *
   * @param block what the private operation gave, as long as the modulus
   * @param decoy 32 bytes that the sender cannot know
   * @return the session key if the block is well formed and made for this label, else the decoy
   */
  static byte[] decode(byte[] block, byte[] label, byte[] decoy) {
    byte[] seed = Arrays.copyOfRange(block, 1, Oaep.DB_START);
    byte[] db = Arrays.copyOfRange(block, Oaep.DB_START, block.length);
    Oaep.xor(seed, Oaep.mask(db, seed.length));
    Oaep.xor(db, Oaep.mask(seed, db.length));

    byte[] expected = Oaep.unkeyedDb(label, block.length);
    int keyStart = db.length - Oaep.SESSION_KEY_LENGTH;
    int difference = block[0] & 0xff;
    for (int i = 0; i < keyStart; i++) {
      difference |= (db[i] ^ expected[i]) & 0xff;
    }
    return select(difference, Arrays.copyOfRange(db, keyStart, db.length), decoy);
  }

  /** {@code difference} is 0 to 255; only for 0 the first. */
  private static byte[] select(int difference, byte[] ifZero, byte[] otherwise) {
    int zero = (difference - 1) >> 31; // all ones for 0, no ones else
    byte[] selected = new byte[ifZero.length];
    for (int i = 0; i < selected.length; i++) {
      selected[i] = (byte) ((ifZero[i] & zero) | (otherwise[i] & ~zero));
    }
    return selected;
  }
}
