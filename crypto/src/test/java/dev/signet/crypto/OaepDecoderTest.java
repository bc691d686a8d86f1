package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a decoder written from RFC 8017, section 7.1.2, that branches as freely as it likes. */
@Tag("K-03")
@Tag("C-195")
final class OaepDecoderTest {
  private static final int LENGTH = 128;
  private static final byte[] LABEL = "team-a/creds".getBytes(UTF_8);
  private static final byte[] DECOY = "a decoy that is of no use at all".getBytes(UTF_8);

  private final RandomGenerator random = Seeded.random();
  private final byte[] sessionKey = Seeded.bytes(random, 32);
  private final byte[] seed = Seeded.bytes(random, 32);

  @Test
  void what_was_encoded_is_decoded_at_every_modulus_size() {
    for (int length : new int[] {128, 129, 191, 192, 256, 384, 512, 2048}) {
      byte[] block = Oaep.encode(sessionKey, LABEL, seed, length);
      assertArrayEquals(sessionKey, OaepDecoder.decode(block, LABEL, DECOY));
    }
  }

  @Test
  void every_flipped_bit_gives_the_decoy() throws Exception {
    byte[] good = Oaep.encode(sessionKey, LABEL, seed, LENGTH);
    for (int bit = 0; bit < 8 * LENGTH; bit++) {
      byte[] block = good.clone();
      block[bit / 8] ^= (byte) (1 << bit % 8);
      assertLikeReference(block);
      assertArrayEquals(DECOY, OaepDecoder.decode(block, LABEL, DECOY), "bit " + bit);
    }
  }

  /** Flips inside DB are not hidden by the masks here, so each one meets the comparison alone. */
  @Test
  void every_wrong_byte_of_the_unmasked_block_but_of_the_session_key_gives_the_decoy()
      throws Exception {
    for (int at = 0; at < LENGTH - Oaep.DB_START - 32; at++) {
      for (int flip = 1; flip < 256; flip++) {
        byte[] db = db(LABEL, sessionKey, LENGTH);
        db[at] ^= (byte) flip;
        byte[] block = block((byte) 0, db);
        assertLikeReference(block);
        assertArrayEquals(DECOY, OaepDecoder.decode(block, LABEL, DECOY), at + " " + flip);
      }
    }
  }

  @Test
  void every_leading_byte_but_zero_gives_the_decoy() throws Exception {
    for (int first = 0; first < 256; first++) {
      byte[] block = block((byte) first, db(LABEL, sessionKey, LENGTH));
      assertLikeReference(block);
      assertArrayEquals(
          first == 0 ? sessionKey : DECOY, OaepDecoder.decode(block, LABEL, DECOY), "" + first);
    }
  }

  @Test
  void a_message_of_another_length_than_a_session_key_gives_the_decoy() throws Exception {
    for (int length = 0; length <= LENGTH - Oaep.DB_START - 33; length++) {
      byte[] block = block((byte) 0, db(LABEL, Seeded.bytes(random, length), LENGTH));
      byte[] decoded = OaepDecoder.decode(block, LABEL, DECOY);
      Optional<byte[]> message = referenceDecode(block, LABEL);
      assertArrayEquals(length == 32 ? message.orElseThrow() : DECOY, decoded, "" + length);
    }
  }

  @Test
  void a_session_key_whose_first_byte_looks_like_padding_is_decoded() throws Exception {
    for (int first : new int[] {0, 1}) {
      sessionKey[0] = (byte) first;
      byte[] block = Oaep.encode(sessionKey, LABEL, seed, LENGTH);
      assertArrayEquals(sessionKey, OaepDecoder.decode(block, LABEL, DECOY));
      assertLikeReference(block);
    }
  }

  @Test
  void another_label_gives_the_decoy() {
    byte[] block = Oaep.encode(sessionKey, LABEL, seed, LENGTH);
    for (String other :
        new String[] {"", "team-a", "team-a/cred", "team-a/creds ", "Team-a/creds"}) {
      assertArrayEquals(DECOY, OaepDecoder.decode(block, other.getBytes(UTF_8), DECOY), other);
    }
  }

  @Test
  void random_blocks_are_decoded_as_the_reference_does() throws Exception {
    for (int run = 0; run < 2000; run++) {
      byte[] block =
          run % 2 == 0
              ? Seeded.bytes(random, LENGTH)
              : block((byte) 0, Seeded.bytes(random, LENGTH - Oaep.DB_START));
      assertLikeReference(block);
    }
  }

  private void assertLikeReference(byte[] block) throws NoSuchAlgorithmException {
    byte[] expected =
        referenceDecode(block, LABEL).filter(message -> message.length == 32).orElse(DECOY);
    assertArrayEquals(expected, OaepDecoder.decode(block, LABEL, DECOY));
  }

  private byte[] block(byte first, byte[] db) throws NoSuchAlgorithmException {
    byte[] maskedDb = referenceXor(db, referenceMask(seed, db.length));
    byte[] maskedSeed = referenceXor(seed, referenceMask(maskedDb, 32));
    byte[] block = new byte[1 + 32 + db.length];
    block[0] = first;
    System.arraycopy(maskedSeed, 0, block, 1, 32);
    System.arraycopy(maskedDb, 0, block, 33, db.length);
    return block;
  }

  private static byte[] db(byte[] label, byte[] message, int length)
      throws NoSuchAlgorithmException {
    byte[] db = Arrays.copyOf(sha256(label), length - 33);
    db[db.length - message.length - 1] = 1;
    System.arraycopy(message, 0, db, db.length - message.length, message.length);
    return db;
  }

  private static Optional<byte[]> referenceDecode(byte[] block, byte[] label)
      throws NoSuchAlgorithmException {
    byte[] maskedDb = Arrays.copyOfRange(block, 33, block.length);
    byte[] seed = referenceXor(Arrays.copyOfRange(block, 1, 33), referenceMask(maskedDb, 32));
    byte[] db = referenceXor(maskedDb, referenceMask(seed, maskedDb.length));
    if (block[0] != 0 || !Arrays.equals(Arrays.copyOf(db, 32), sha256(label))) {
      return Optional.empty();
    }
    for (int i = 32; i < db.length; i++) {
      if (db[i] == 1) {
        return Optional.of(Arrays.copyOfRange(db, i + 1, db.length));
      }
      if (db[i] != 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static byte[] referenceMask(byte[] seed, int length) throws NoSuchAlgorithmException {
    byte[] mask = new byte[length];
    for (int i = 0; i < length; i++) {
      int counter = i / 32;
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(seed);
      digest.update(new byte[] {0, 0, 0, (byte) counter});
      mask[i] = digest.digest()[i % 32];
    }
    return mask;
  }

  private static byte[] referenceXor(byte[] a, byte[] b) {
    byte[] result = new byte[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = (byte) (a[i] ^ b[i]);
    }
    return result;
  }

  private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
