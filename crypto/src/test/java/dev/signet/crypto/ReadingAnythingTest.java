package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it gives a value and never throws. */
@Tag("C-55")
final class ReadingAnythingTest {
  private static final int RUNS = 20_000;

  private final RandomGenerator random = Seeded.random();

  @Test
  void damaged_keys_and_certificates_give_a_reading() {
    List<PemFile.Block> blocks = new ArrayList<>();
    for (Vectors.Case key : Vectors.keys().values()) {
      for (String form : List.of("pkcs1", "pkcs8", "sec1", "crt")) {
        if (key.has(form)) {
          blocks.addAll(PemFile.blocks(key.text(form)));
        }
      }
    }
    assertTrue(blocks.size() > 20);
    for (int run = 0; run < RUNS; run++) {
      PemFile.Block block = blocks.get(random.nextInt(blocks.size()));
      byte[] der = block.content().toArray();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        // Mostly near the start, where the structure is.
        int range = random.nextBoolean() ? Math.min(64, der.length) : der.length;
        der[random.nextInt(range)] = (byte) random.nextInt();
      }
      assertReads(PemFile.encode(block.type(), der).getBytes(US_ASCII), Seeded.at(run));
    }
  }

  @Test
  void random_bytes_give_a_reading() {
    for (int run = 0; run < RUNS; run++) {
      assertReads(Seeded.bytes(random, random.nextInt(300)), Seeded.at(run));
    }
  }

  @Test
  void deeply_nested_structures_give_a_reading() {
    for (int depth : new int[] {100, 10_000, 1_000_000}) {
      byte[] der = new byte[2 * depth];
      for (int i = 0; i < depth; i++) {
        der[2 * i] = 0x30;
        der[2 * i + 1] = (byte) 0x80;
      }
      for (String type : List.of("CERTIFICATE", "RSA PRIVATE KEY", "PRIVATE KEY")) {
        assertReads(PemFile.encode(type, der).getBytes(US_ASCII), depth + " deep");
      }
    }
  }

  private static void assertReads(byte[] file, String message) {
    assertDoesNotThrow(() -> SealingCertificate.read(file), message);
    assertDoesNotThrow(() -> SealingKey.readPrivateKeys(file), message);
    assertDoesNotThrow(() -> SealingKey.readPair(file, file), message);
  }
}
