package dev.signet.template.crypto;

/** Encoded ASN.1. Prints redacted: it may be a private key. */
final class Der {
  private final byte[] bytes;

  Der(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Der[" + bytes.length + " bytes]";
  }
}
