package dev.signet.crypto;

import java.util.Base64;

/** A sealed value as it stands in a manifest: one line of padded base64. */
public final class SealedText {
  private SealedText() {}

  public static String encode(SealedValue value) {
    return Base64.getEncoder().encodeToString(value.toBytes());
  }

  /**
   * Reads what {@link #encode} or kubeseal wrote, line breaks inside allowed.
   *
   * @throws IllegalBase64Exception if the text is no base64 by Go's rules
   * @throws UnsealException if it is, and its bytes cannot be a sealed value
   */
  public static SealedValue decode(String text) throws IllegalBase64Exception, UnsealException {
    return SealedValue.parse(GoBase64.decode(text));
  }
}
