package dev.signet.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemRandomTest {
  @TempDir private Path folder;

  @Test
  void bytes_do_not_repeat() {
    RandomSource random = RandomSource.secure();
    Set<Bytes> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[32];
      random.fill(bytes);
      seen.add(Bytes.of(bytes));
    }
    assertEquals(1000, seen.size());
  }

  @Test
  void every_byte_is_filled() {
    byte[] bytes = new byte[1 << 16];
    RandomSource.secure().fill(bytes);
    int[] counts = new int[256];
    for (byte octet : bytes) {
      counts[octet & 0xff]++;
    }
    for (int count : counts) {
      // 256 expected, standard deviation 16: outside only if a stretch was left out.
      assertEquals(256, count, 120);
    }
    assertNotEquals(Bytes.of(new byte[1 << 16]), Bytes.of(bytes));
  }

  @Test
  void a_plain_file_is_no_source() throws IOException {
    Path file = Files.write(folder.resolve("urandom"), new byte[100]);
    assertFalse(SystemRandom.isDevice(file));
    assertFalse(SystemRandom.isDevice(folder));
    assertFalse(SystemRandom.isDevice(folder.resolve("missing")));
  }

  @Test
  void a_source_that_ends_early_or_is_gone_gives_no_bytes_at_all() throws IOException {
    Path file = Files.write(folder.resolve("short"), new byte[31]);
    assertThrows(UncheckedIOException.class, () -> SystemRandom.read(file, new byte[32]));
    Path missing = folder.resolve("missing");
    assertThrows(UncheckedIOException.class, () -> SystemRandom.read(missing, new byte[32]));
  }
}
