package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** PEM text (RFC 7468). */
final class Pem {
  private Pem() {}

  /** One block, lines of 64, as Go and OpenSSL write it. */
  static String encode(String type, byte[] der) {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, lines, type);
  }
}
