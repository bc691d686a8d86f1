package dev.signet.crypto;

import java.io.Serial;

/** A text is no base64. It says where, never what stands there: the text may be a secret. */
public final class IllegalBase64Exception extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int offset;

  IllegalBase64Exception(int offset) {
    super("illegal base64 data at input byte " + offset, null, false, false);
    this.offset = offset;
  }

  /** Of the first bad byte of the text in UTF-8, from 0, as Go counts. */
  public int offset() {
    return offset;
  }
}
