package dev.signet.crypto;

/** Where random bytes come from. Everything sealed is as secret as these are unpredictable. */
@FunctionalInterface
public interface RandomSource {
  /** Overwrites every byte, or throws. */
  void fill(byte[] bytes);

  /** The operating system's generator; many threads may use it. */
  static RandomSource secure() {
    return SystemRandom.choose();
  }
}
