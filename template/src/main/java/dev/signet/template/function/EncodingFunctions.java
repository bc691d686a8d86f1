package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import java.util.Base64;
import java.util.List;

/** Base64 and base32. Bad input to a decoder gives the text of Go's error, as output. */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("b64enc", List.of(STRING), EncodingFunctions::encode64),
        Function.of("b64dec", List.of(STRING), call -> decode(call, Alphabet.BASE64)),
        Function.of("b32enc", List.of(STRING), EncodingFunctions::encode32),
        Function.of("b32dec", List.of(STRING), call -> decode(call, Alphabet.BASE32)));
  }

  private enum Alphabet {
    BASE32("base32"),
    BASE64("base64");

    private final String title;

    Alphabet(String title) {
      this.title = title;
    }
  }

  private static Value encode64(Call call) {
    Value.Text text = Value.Text.octets(call.octets(0));
    call.budget().text((text.octets().length() + 2L) / 3 * 4);
    return Value.Text.of(Base64.getEncoder().encode(text.toBytes()));
  }

  private static Value encode32(Call call) {
    String octets = call.octets(0);
    call.budget().text((octets.length() + 4L) / 5 * 8);
    return Value.Text.octets(Base32.encode(octets));
  }

  private static Value decode(Call call, Alphabet alphabet) {
    String octets = call.octets(0);
    call.budget().text(octets.length());
    try {
      return Value.Text.octets(
          switch (alphabet) {
            case BASE32 -> Base32.decode(octets);
            case BASE64 -> new Base64Decoder(octets).decode();
          });
    } catch (BadInputException e) {
      return call.text("illegal %s data at input byte %d".formatted(alphabet.title, e.position()));
    }
  }
}
