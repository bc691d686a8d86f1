package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crypto.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes two outputs comparable: what a program sealed is opened and stands as label and plaintext;
 * what it only copied stays.
 */
final class OpenedTexts {
  private static final Pattern SEALED =
      Pattern.compile("(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{192,}={0,2}(?![A-Za-z0-9+/=])");

  private final String given;
  private final String folder;
  private final KeySet keys;

  /**
   * @param given the inputs of the run
   */
  OpenedTexts(String given, String folder, KeySet keys) {
    this.given = given;
    this.folder = folder;
    this.keys = keys;
  }

  String normal(byte[] output) {
    Matcher sealed = SEALED.matcher(text(output).replace(folder, Invocation.FOLDER));
    return sealed.replaceAll(found -> Matcher.quoteReplacement(opened(found.group())));
  }

  private String opened(String base64) {
    if (given.contains(base64)) {
      return base64;
    }
    try {
      return keys.open(Base64.getDecoder().decode(base64)).orElse(base64);
    } catch (IllegalArgumentException e) {
      return base64;
    }
  }

  /** Bytes that are no UTF-8 must differ where they differ. */
  private static String text(byte[] output) {
    byte[] bytes = Texts.decoded(Bytes.of(output)).toArray();
    try {
      CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException e) {
      return "{{bytes:" + new String(bytes, ISO_8859_1) + "}}";
    }
  }
}
