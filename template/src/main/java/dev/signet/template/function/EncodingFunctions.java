package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Base64 and hashes. */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("b64enc", List.of(STRING), EncodingFunctions::encode),
        hash("sha1sum", "SHA-1"),
        hash("sha256sum", "SHA-256"),
        hash("sha512sum", "SHA-512"));
  }

  private static Value encode(Call call) {
    Value.Text text = Value.Text.octets(call.octets(0));
    call.budget().text((text.octets().length() + 2L) / 3 * 4);
    return Value.Text.of(Base64.getEncoder().encode(text.toBytes()));
  }

  private static Function hash(String name, String algorithm) {
    return Function.of(
        name,
        List.of(STRING),
        call -> {
          Value.Text text = Value.Text.octets(call.octets(0));
          call.budget().read(text.octets().length());
          return call.text(HexFormat.of().formatHex(digest(algorithm, text.toBytes())));
        });
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
