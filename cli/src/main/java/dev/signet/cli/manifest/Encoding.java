package dev.signet.cli.manifest;

/** How a text is stored: by its byte order mark, else UTF-8. */
public enum Encoding {
  UTF_8,
  UTF_8_WITH_MARK,
  UTF_16BE,
  UTF_16LE;

  public static Encoding of(byte[] text) {
    throw new UnsupportedOperationException("not written yet");
  }

  public byte[] encode(String text) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** The same text in UTF-8 without a mark; bytes that stay as they are if they have no mark. */
  public static byte[] toUtf8(byte[] text) {
    throw new UnsupportedOperationException("not written yet");
  }
}
