package dev.signet.crypto;

/** Base64 as Go's encoding/base64 reads it. */
public final class GoBase64 {
  private GoBase64() {}

  public static byte[] decode(String text) throws IllegalBase64Exception {
    if (text.isEmpty()) {
      return new byte[0];
    }
    throw new IllegalBase64Exception(0);
  }
}
