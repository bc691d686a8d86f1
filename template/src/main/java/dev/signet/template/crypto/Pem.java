package dev.signet.template.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A block of PEM (RFC 7468). */
record Pem(String type, Der der) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String END_LINE = "\n" + END;
  private static final String DASHES = "-----";
  private static final int LINE = 64;

  /**
   * The first block in a text, whatever stands around it; null if there is none. As in Go, a block
   * reaches from the last beginning before an end to that end, so that each octet is searched once,
   * however many beginnings there are.
   */
  static @Nullable Pem first(String octets) {
    int from = 0;
    int end = octets.indexOf(END_LINE);
    while (end >= 0) {
      Pem found = last(octets.substring(from, end), octets, end + END_LINE.length());
      if (found != null) {
        return found;
      }
      from = end;
      end = octets.indexOf(END_LINE, end + END_LINE.length());
    }
    return null;
  }

  /** The block that starts last in a part of a text, if its type stands again where it ends. */
  private static @Nullable Pem last(String part, String octets, int endType) {
    int start = part.lastIndexOf(BEGIN);
    int typeStart = start + BEGIN.length();
    int typeEnd = start < 0 ? -1 : part.indexOf(DASHES, typeStart);
    if (typeEnd < 0 || (start > 0 && part.charAt(start - 1) != '\n')) {
      return null;
    }
    String type = part.substring(typeStart, typeEnd);
    return type.indexOf('\n') < 0 && octets.startsWith(type + DASHES, endType)
        ? read(type, part.substring(typeEnd + DASHES.length()))
        : null;
  }

  private static @Nullable Pem read(String type, String body) {
    // Headers end with an empty line.
    int blank = body.replace("\r", "").indexOf("\n\n");
    String data = body.indexOf(':') >= 0 && blank >= 0 ? body.substring(blank) : body;
    try {
      return new Pem(type, new Der(Base64Text.decode(data.replaceAll("[ \t]", "").strip())));
    } catch (UnusableException _) {
      return null;
    }
  }

  /** As it is written. */
  String text() {
    String data =
        Base64.getMimeEncoder(LINE, "\n".getBytes(ISO_8859_1)).encodeToString(der.bytes());
    String body = data.isEmpty() ? "" : data + "\n";
    return BEGIN + type + DASHES + "\n" + body + END + type + DASHES + "\n";
  }
}
