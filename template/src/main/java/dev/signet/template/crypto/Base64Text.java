package dev.signet.template.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/** Base64 with padding, and line ends wherever they are. */
final class Base64Text {
  private static final int GROUP = 4;

  private Base64Text() {}

  static byte[] decode(String octets) throws UnusableException {
    String plain = octets.replace("\r", "").replace("\n", "");
    if (plain.length() % GROUP != 0) {
      throw new UnusableException("illegal base64 data");
    }
    try {
      return Base64.getDecoder().decode(plain.getBytes(ISO_8859_1));
    } catch (IllegalArgumentException _) {
      throw new UnusableException("illegal base64 data");
    }
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
