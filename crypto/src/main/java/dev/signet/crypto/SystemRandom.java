package dev.signet.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The kernel's generator, read as the JDK's own NativePRNG reads it, without the third of the
 * command's start-up that looking up a security provider costs.
 */
final class SystemRandom {
  private static final Path DEVICE = Path.of("/dev/urandom");

  private SystemRandom() {}

  static RandomSource choose() {
    return isDevice(DEVICE) ? bytes -> read(DEVICE, bytes) : new SecureRandom()::nextBytes;
  }

  /** A plain file of that name, as an ill-built container may have, repeats itself. */
  static boolean isDevice(Path path) {
    try {
      return Files.readAttributes(path, java.nio.file.attribute.BasicFileAttributes.class)
          .isOther();
    } catch (IOException e) {
      return false;
    }
  }

  /** Opened each time: no state to share, and microseconds beside an RSA operation. */
  static void read(Path device, byte[] bytes) {
    try (InputStream in = Files.newInputStream(device)) {
      if (in.readNBytes(bytes, 0, bytes.length) != bytes.length) {
        throw new IOException(device + " ended early");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no random bytes", e);
    }
  }
}
