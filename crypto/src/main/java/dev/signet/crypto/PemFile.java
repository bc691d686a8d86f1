package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PEM blocks (RFC 7468), found by the rules of Go's {@code encoding/pem}, so that a file works here
 * if it works with kubeseal, and the other way round: text around blocks is passed over, and so is
 * a block that is indented, unfinished, or no base64.
 */
final class PemFile {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LINE_LENGTH = 64;

  /**
   * What stands between a BEGIN and an END line.
   *
   * @param headers as in RFC 1421, before the base64; a certificate has none
   */
  record Block(String type, Map<String, String> headers, Bytes content) {}

  private PemFile() {}

  /** One block as Go and OpenSSL write it. */
  static String encode(String type, byte[] content) {
    String lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(content);
    return BEGIN + type + DASHES + "\n" + lines + "\n" + END + type + DASHES + "\n";
  }

  /** The file as text, one character a byte, or decoded by its byte order mark if it has one. */
  static String text(byte[] file) {
    if (startsWith(file, 0xef, 0xbb, 0xbf)) {
      return decode(file, 3, ISO_8859_1);
    }
    if (startsWith(file, 0xfe, 0xff)) {
      return decode(file, 2, UTF_16BE);
    }
    if (startsWith(file, 0xff, 0xfe)) {
      return decode(file, 2, UTF_16LE);
    }
    return decode(file, 0, ISO_8859_1);
  }

  static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>(); // the lines since the last BEGIN, if there is one
    for (String untrimmed : text.split("\n", -1)) {
      String line = trimmed(untrimmed);
      if (line.startsWith(BEGIN)) {
        open.clear();
        open.add(line);
      } else if (!open.isEmpty()) {
        open.add(line);
        if (line.startsWith(END)) {
          parse(open, blocks);
          open.clear();
        }
      }
    }
    return blocks;
  }

  /** Adds the block of these lines, or nothing. */
  private static void parse(List<String> lines, List<Block> blocks) {
    String first = lines.getFirst();
    if (!first.endsWith(DASHES) || first.length() < BEGIN.length() + DASHES.length()) {
      return;
    }
    String type = first.substring(BEGIN.length(), first.length() - DASHES.length());
    if (!lines.getLast().equals(END + type + DASHES)) {
      return;
    }
    Map<String, String> headers = new HashMap<>();
    List<String> base64 = takeHeaders(lines.subList(1, lines.size() - 1), headers);
    if (!headers.isEmpty() && base64.isEmpty()) {
      return;
    }
    String joined = String.join("\n", base64).replace(" ", "").replace("\t", "");
    try {
      Bytes content = Bytes.of(GoBase64.decode(joined));
      blocks.add(new Block(type, Map.copyOf(headers), content));
    } catch (IllegalBase64Exception e) {
      // Not a block, then; what the file lacks is said once, by whoever looked for it.
    }
  }

  /** Moves the lines that hold a colon, up to the first that does not; returns the rest. */
  private static List<String> takeHeaders(List<String> lines, Map<String, String> headers) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int colon = line.indexOf(':');
      if (colon < 0) {
        return lines.subList(i, lines.size());
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return List.of();
  }

  /** Without what may stand at the end of a line: blanks, tabs, and the CR of a CRLF. */
  private static String trimmed(String line) {
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean startsWith(byte[] file, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= file.length || (file[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] file, int from, Charset charset) {
    return new String(Arrays.copyOfRange(file, from, file.length), charset);
  }
}
