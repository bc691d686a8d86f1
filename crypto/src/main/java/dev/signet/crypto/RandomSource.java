package dev.signet.crypto;

import java.security.SecureRandom;

/** Where random bytes come from. Everything sealed is as secret as these are unpredictable. */
@FunctionalInterface
public interface RandomSource {
  /** Overwrites every byte. */
  void fill(byte[] bytes);

  /** The operating system's generator; safe for use by many threads. */
  static RandomSource secure() {
    SecureRandom random = new SecureRandom();
    return random::nextBytes;
  }
}
