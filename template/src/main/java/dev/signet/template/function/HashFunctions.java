package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;

/** Hashes and check sums. */
final class HashFunctions {
  private HashFunctions() {}

  static List<Function> all() {
    return List.of(
        hash("sha1sum", "SHA-1"),
        hash("sha256sum", "SHA-256"),
        hash("sha512sum", "SHA-512"),
        Function.of("adler32sum", List.of(STRING), HashFunctions::adler));
  }

  private static Function hash(String name, String algorithm) {
    return Function.of(
        name,
        List.of(STRING),
        call -> call.text(HexFormat.of().formatHex(digest(algorithm, bytes(call)))));
  }

  private static byte[] bytes(Call call) {
    return Value.Text.octets(call.octets(0)).toBytes();
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static Value adler(Call call) {
    var sum = new Adler32();
    sum.update(bytes(call));
    return call.text(Long.toString(sum.getValue()));
  }
}
