package dev.signet.cli.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.terminal.Quoting;
import java.io.ByteArrayOutputStream;

/** The parts of an address in which percent signs are read and written, each by its own rule. */
enum Escapes {
  PATH("-_.~$&+,/:;=@", "!'()*[]"),
  LOGIN("-_.~$&+,;=", ""),
  HOST("-_.~!$&'()*+,;=:[]<>\"", ""),
  FRAGMENT("-_.~$&+,/:;=?@!'()*", "");

  private static final int HEX = 16;
  private final String plain;
  private final String tolerated;

  /**
   * A part.
   *
   * @param plain what is never escaped, besides letters and digits
   * @param tolerated what is escaped when written, and may stand as it is
   */
  Escapes(String plain, String tolerated) {
    this.plain = plain;
    this.tolerated = tolerated;
  }

  /** The text behind the escapes; the exception's message is the reason alone. */
  String unescaped(String text) throws MalformedUrlException {
    var bytes = new ByteArrayOutputStream();
    byte[] given = text.getBytes(UTF_8);
    for (int i = 0; i < given.length; i++) {
      int c = given[i] & 0xff;
      if (c == '%') {
        bytes.write(escaped(given, i));
        i += 2;
      } else if (this == HOST && c < 0x80 && !isPlain(c)) {
        throw new MalformedUrlException(
            "invalid character %s in host name".formatted(Quoting.quote("" + (char) c)));
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(UTF_8);
  }

  private int escaped(byte[] given, int at) throws MalformedUrlException {
    String escape = new String(given, at, Math.min(3, given.length - at), UTF_8);
    boolean isOne = escape.matches("%[0-9A-Fa-f]{2}");
    int value = isOne ? Integer.parseInt(escape.substring(1), HEX) : 0;
    // In a host only what is no ASCII may be escaped (RFC 3986, section 3.2.2), and a percent sign.
    if (!isOne || (this == HOST && value < 0x80 && value != '%')) {
      throw new MalformedUrlException("invalid URL escape " + Quoting.quote(escape));
    }
    return value;
  }

  String escaped(String text) {
    var escaped = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      int c = b & 0xff;
      if (isPlain(c)) {
        escaped.append((char) c);
      } else {
        escaped.append("%%%02X".formatted(c));
      }
    }
    return escaped.toString();
  }

  /** Whether a text may be shown as it is. */
  boolean isValid(String text) {
    return text.chars().allMatch(c -> c == '%' || isPlain(c) || tolerated.indexOf(c) >= 0);
  }

  private boolean isPlain(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0);
  }
}
