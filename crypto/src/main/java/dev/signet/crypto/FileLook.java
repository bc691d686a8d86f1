package dev.signet.crypto;

import java.util.Optional;

/** What a file that should have held a key or a certificate looks like: for hints only. */
public enum FileLook {
  UNKNOWN;

  static FileLook of(byte[] content) {
    return UNKNOWN;
  }

  Optional<String> whereACertificateIsWanted() {
    return Optional.empty();
  }

  Optional<String> whereAKeyIsWanted() {
    return Optional.empty();
  }
}
