package dev.signet.crypto;

/** The raw RSA private operation of one key. */
@FunctionalInterface
interface PrivateOperation {
  byte[] apply(byte[] block);
}
