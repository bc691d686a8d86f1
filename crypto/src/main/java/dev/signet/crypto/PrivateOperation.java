package dev.signet.crypto;

/**
 * The raw RSA private operation of one key.
 *
 * <p>Its time must not depend on its result, nor on anything else that the sender of the block
 * could choose.
 */
@FunctionalInterface
interface PrivateOperation {
  /**
   * Raises a block to the private exponent.
   *
   * @param block as long as the modulus and, as a number, below it
   * @return a block of the same length, leading zeros kept
   */
  byte[] apply(byte[] block);
}
