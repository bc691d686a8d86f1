package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Base64 as Go's {@code encoding/base64} reads it, which is what reads it in kubeseal and in
 * Kubernetes: the standard alphabet, padding wanted, line feeds and carriage returns passed over
 * anywhere, surplus bits at the end let through. The JDK's decoders each differ in one of these,
 * and none says where the text goes wrong.
 */
public final class GoBase64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] VALUES = values();
  private static final int CHARS = 4;

  private GoBase64() {}

  /**
   * The bytes of a text, its characters counted in UTF-8.
   *
   * @throws IllegalBase64Exception with the offset that Go gives, odd as it is in places
   */
  public static byte[] decode(String text) throws IllegalBase64Exception {
    byte[] in = text.getBytes(UTF_8);
    byte[] out = new byte[in.length / CHARS * 3];
    int written = 0;
    int group = 0;
    int inGroup = 0;
    for (int i = 0; i < in.length; i++) {
      int value = VALUES[in[i] & 0xff];
      if (value >= 0) {
        group = (group << 6) | value;
        if (++inGroup == CHARS) {
          written = write(group, 3, out, written);
          inGroup = 0;
        }
      } else if (in[i] == '=') {
        requireEnd(in, i, inGroup);
        written = write(group << (6 * (CHARS - inGroup)), inGroup - 1, out, written);
        return Arrays.copyOf(out, written);
      } else if (!isBreak(in[i])) {
        throw new IllegalBase64Exception(i);
      }
    }
    if (inGroup != 0) {
      throw new IllegalBase64Exception(in.length - inGroup);
    }
    return written == out.length ? out : Arrays.copyOf(out, written);
  }

  /** Wants as much padding as the group needs from {@code first} on, and nothing behind it. */
  private static void requireEnd(byte[] in, int first, int inGroup) throws IllegalBase64Exception {
    if (inGroup < 2) {
      throw new IllegalBase64Exception(first);
    }
    int last = inGroup == 2 ? secondPadding(in, first) : first;
    int end = skipBreaks(in, last + 1);
    if (end < in.length) {
      throw new IllegalBase64Exception(end);
    }
  }

  private static int secondPadding(byte[] in, int first) throws IllegalBase64Exception {
    int second = skipBreaks(in, first + 1);
    if (second == in.length) {
      throw new IllegalBase64Exception(second);
    }
    if (in[second] != '=') {
      throw new IllegalBase64Exception(second - 1); // the byte before the bad one, as in Go
    }
    return second;
  }

  private static int skipBreaks(byte[] in, int from) {
    int at = from;
    while (at < in.length && isBreak(in[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBreak(byte octet) {
    return octet == '\n' || octet == '\r';
  }

  /** The first {@code count} of the group's three bytes; returns the place behind them. */
  private static int write(int group, int count, byte[] out, int at) {
    for (int i = 0; i < count; i++) {
      out[at + i] = (byte) (group >>> (16 - 8 * i));
    }
    return at + count;
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    byte[] alphabet = ALPHABET.getBytes(ISO_8859_1);
    for (int i = 0; i < alphabet.length; i++) {
      values[alphabet[i]] = (byte) i;
    }
    return values;
  }
}
