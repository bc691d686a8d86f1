package dev.signet.template.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A block of PEM (RFC 7468). */
record Pem(String type, Der der) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LINE = 64;

  /** The first block in a text, whatever stands around it; null if there is none. */
  static @Nullable Pem first(String octets) {
    int start = octets.startsWith(BEGIN) ? 0 : octets.indexOf("\n" + BEGIN);
    while (start >= 0) {
      int typeStart = octets.indexOf(BEGIN, start) + BEGIN.length();
      int typeEnd = octets.indexOf(DASHES, typeStart);
      String type = typeEnd < 0 ? "" : octets.substring(typeStart, typeEnd);
      int end = octets.indexOf("\n" + END + type + DASHES, Math.max(typeEnd, 0));
      if (typeEnd >= 0 && end >= 0 && type.indexOf('\n') < 0) {
        Pem found = read(type, octets.substring(typeEnd + DASHES.length(), end));
        if (found != null) {
          return found;
        }
      }
      start = octets.indexOf("\n" + BEGIN, typeStart);
    }
    return null;
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
