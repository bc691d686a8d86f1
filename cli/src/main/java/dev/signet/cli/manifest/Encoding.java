package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** How a text is stored: as its byte order mark says, else in UTF-8. */
public enum Encoding {
  MARKED_UTF_8(UTF_8, "\uFEFF"),
  MARKED_UTF_16BE(UTF_16BE, "\uFEFF"),
  MARKED_UTF_16LE(UTF_16LE, "\uFEFF"),
  PLAIN(UTF_8, "");

  private final Charset charset;
  private final String mark;

  Encoding(Charset charset, String mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /** Looks at the first three bytes. */
  public static Encoding of(byte[] text) {
    for (Encoding encoding : values()) {
      byte[] mark = encoding.mark();
      int length = Math.min(mark.length, text.length);
      if (Arrays.equals(text, 0, length, mark, 0, mark.length)) {
        return encoding;
      }
    }
    return PLAIN;
  }

  /** The same text in UTF-8 without a mark. What is malformed in UTF-16 becomes U+FFFD. */
  public static byte[] toUtf8(byte[] text) {
    Encoding encoding = of(text);
    int start = encoding.mark().length;
    return encoding.charset.equals(UTF_8)
        ? Arrays.copyOfRange(text, start, text.length)
        : new String(text, start, text.length - start, encoding.charset).getBytes(UTF_8);
  }

  /** Without the mark. */
  String decode(byte[] text) throws CharacterCodingException {
    int start = mark().length;
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(text, start, text.length - start))
        .toString();
  }

  /** With the mark in front. */
  byte[] encode(String text) {
    return (mark + text).getBytes(charset);
  }

  Charset charset() {
    return charset;
  }

  byte[] mark() {
    return mark.getBytes(charset);
  }
}
