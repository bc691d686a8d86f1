package dev.signet.e2e.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A plaintext that nothing else contains, in every form in which it could come out.
 *
 * @param text 32 characters, so that it survives every encoding of a log
 */
public record Marker(String text) {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  public static Marker random() {
    StringBuilder text = new StringBuilder();
    RandomGenerator random = RandomGenerator.getDefault();
    while (text.length() < 32) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Marker(text.toString());
  }

  /** The forms that occur in a text; none if it kept the secret. */
  public List<String> in(String haystack) {
    return forms().filter(haystack::contains).toList();
  }

  /** As it is, in hexadecimal, as decimal numbers, and in base64 at each place in its groups. */
  Stream<String> forms() {
    byte[] bytes = text.getBytes(US_ASCII);
    String hex = HexFormat.of().formatHex(bytes);
    return Stream.of(
        text,
        hex,
        hex.toUpperCase(Locale.ROOT),
        decimals(bytes, ", "),
        decimals(bytes, " "),
        base64(bytes, 0),
        base64(bytes, 1),
        base64(bytes, 2));
  }

  private static String decimals(byte[] bytes, String separator) {
    StringBuilder all = new StringBuilder();
    for (byte it : bytes) {
      all.append(it).append(separator);
    }
    return all.substring(0, all.length() - separator.length());
  }

  /** What base64 shows of the bytes whatever stands before and behind them. */
  private static String base64(byte[] bytes, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = (before * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    return all.substring(first, last);
  }
}
