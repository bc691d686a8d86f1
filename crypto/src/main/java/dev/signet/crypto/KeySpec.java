package dev.signet.crypto;

import java.time.Duration;

/**
 * What a new sealing key should be like.
 *
 * @param bits size of the modulus
 * @param validity from the certificate's first second to its last
 * @param commonName subject and issuer of the certificate; may be empty
 */
public record KeySpec(int bits, Duration validity, String commonName) {
  /** The year of a certificate's date has four digits. */
  private static final Duration MAX_VALIDITY = Duration.ofDays(365 * 1000);

  public KeySpec {
    if (bits < PublicKey.MIN_BITS || bits > PublicKey.MAX_BITS) {
      throw new IllegalArgumentException("no sealing key has %d bits".formatted(bits));
    }
    if (validity.isNegative() || validity.compareTo(MAX_VALIDITY) > 0) {
      throw new IllegalArgumentException("no certificate is valid for %s".formatted(validity));
    }
  }
}
