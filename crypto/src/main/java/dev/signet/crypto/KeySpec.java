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
  public KeySpec {
    if (bits < PublicKey.MIN_BITS || bits > PublicKey.MAX_BITS) {
      throw new IllegalArgumentException("no sealing key has %d bits".formatted(bits));
    }
    if (validity.isNegative()) {
      throw new IllegalArgumentException("validity %s is negative".formatted(validity));
    }
  }
}
