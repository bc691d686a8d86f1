package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.util.Arrays;

/**
 * The bytes of an input that are not yet used up, in UTF-8 whatever they were. Looks ahead as far
 * as it is asked to, and never waits for more than that.
 */
final class InputWindow {
  private static final int MARK = 3;
  private static final int CHUNK = 16 * 1024;

  private final Source source;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end;
  private boolean ended;
  private int line = 1;
  private int offset;

  /** Like {@link InputStream#read(byte[], int, int)}. */
  private interface Source {
    int read(byte[] target, int from, int length) throws IOException;
  }

  InputWindow(InputStream in) throws IOException {
    PushbackInputStream input = new PushbackInputStream(in, MARK);
    byte[] first = input.readNBytes(MARK);
    Encoding encoding = Encoding.of(first);
    int mark = encoding.mark().length;
    input.unread(first, mark, first.length - mark);
    source =
        encoding.charset().equals(UTF_8)
            ? input::read
            : transcoded(new InputStreamReader(input, encoding.charset()));
  }

  private static Source transcoded(Reader reader) {
    // One UTF-16 unit becomes three bytes at most; a high surrogate waits for its other half.
    return new Source() {
      private final StringBuilder half = new StringBuilder();

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        char[] chars = new char[length / 3 - 1];
        int count = reader.read(chars);
        if (count < 0 && half.isEmpty()) {
          return -1;
        }
        String text = half.toString() + new String(chars, 0, Math.max(count, 0));
        half.setLength(0);
        if (count > 0 && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
          half.append(text.charAt(text.length() - 1));
          text = text.substring(0, text.length() - 1);
        }
        byte[] bytes = Surrogates.mend(text).getBytes(UTF_8);
        System.arraycopy(bytes, 0, target, from, bytes.length);
        return bytes.length;
      }
    };
  }

  /** The byte so far behind the first one, or -1 behind the end of the input. */
  int at(int index) throws IOException {
    while (start + index >= end) {
      if (ended) {
        return -1;
      }
      fill();
    }
    return buffer[start + index] & 0xFF;
  }

  private void fill() throws IOException {
    if (end + CHUNK > buffer.length) {
      int length = end - start;
      byte[] target = length + CHUNK > buffer.length / 2 ? new byte[2 * (length + CHUNK)] : buffer;
      System.arraycopy(buffer, start, target, 0, length);
      buffer = target;
      start = 0;
      end = length;
    }
    int count = source.read(buffer, end, CHUNK);
    ended = count < 0;
    end += Math.max(count, 0);
  }

  boolean startsWith(int index, byte[] prefix) throws IOException {
    for (int i = 0; i < prefix.length; i++) {
      if (at(index + i) != (prefix[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** The index behind the line break that ends this line, or behind the last byte. */
  int endOfLine(int from) throws IOException {
    int i = from;
    while (at(i) >= 0 && at(i) != '\n' && at(i) != '\r') {
      i++;
    }
    if (at(i) < 0) {
      return i;
    }
    return at(i) == '\r' && at(i + 1) == '\n' ? i + 2 : i + 1;
  }

  byte[] peek(int from, int to) {
    return Arrays.copyOfRange(buffer, start + from, start + to);
  }

  /** Uses up bytes that were looked at. */
  void skip(int length) throws IOException {
    for (int i = 0; i < length; i++) {
      if (at(i) == '\n' || (at(i) == '\r' && at(i + 1) != '\n')) {
        line++;
      }
    }
    start += length;
    offset += length;
  }

  /** The line of the first byte, from 1. */
  int line() {
    return line;
  }

  /** How many bytes are used up, a byte order mark not counted. */
  int offset() {
    return offset;
  }
}
