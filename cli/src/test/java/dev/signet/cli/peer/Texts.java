package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crypto.Bytes;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a text would be without something that ours reads and the real program does not. */
final class Texts {
  private static final Pattern PAIR =
      Pattern.compile("(?i)\\\\u(d[89ab][0-9a-f]{2})\\\\u(d[c-f][0-9a-f]{2})");

  private Texts() {}

  static Bytes withoutEscapedSlashes(Bytes text) {
    return changed(text, it -> it.replace("\\/", "/"));
  }

  /** One escape for a character that is written as two halves. */
  static Bytes withoutPairs(Bytes text) {
    return changed(
        text,
        it ->
            PAIR.matcher(it)
                .replaceAll(
                    found ->
                        "\\\\U%08X"
                            .formatted(
                                Character.toCodePoint(
                                    (char) Integer.parseInt(found.group(1), 16),
                                    (char) Integer.parseInt(found.group(2), 16)))));
  }

  /** Blanks for tabs at the end of a line and in front of a comment. */
  static Bytes withoutTabs(Bytes text) {
    return changed(text, it -> it.replaceAll("(?m)\\t(?=[ \\t]*(#.*)?$)", " "));
  }

  private static Bytes changed(Bytes text, UnaryOperator<String> change) {
    String decoded = new String(decoded(text).toArray(), UTF_8);
    String changed = change.apply(decoded);
    return changed.equals(decoded) ? text : Bytes.of(changed.getBytes(UTF_8));
  }

  /** In UTF-8 and without a byte order mark. */
  static Bytes decoded(Bytes text) {
    byte[] bytes = text.toArray();
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return Bytes.of(Arrays.copyOfRange(bytes, 3, bytes.length));
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return utf8(bytes, UTF_16LE);
    }
    return startsWith(bytes, 0xfe, 0xff) ? utf8(bytes, UTF_16BE) : text;
  }

  private static Bytes utf8(byte[] bytes, Charset charset) {
    return Bytes.of(new String(bytes, 2, bytes.length - 2, charset).getBytes(UTF_8));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
