package dev.signet.template.function;

import dev.signet.template.format.Octets;
import dev.signet.template.format.Printer;
import dev.signet.template.value.Characters;
import dev.signet.template.value.Type;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in functions html, js and urlquery. */
final class EscapeFunctions {
  private static final String NO_VALUE = "<no value>";
  private static final int ASCII_END = 0x80;
  private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();

  private EscapeFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("html", List.of(), Type.ANY, call -> html(call, joined(call))),
        Function.of("js", List.of(), Type.ANY, call -> js(call, joined(call))),
        Function.of("urlquery", List.of(), Type.ANY, call -> urlQuery(call, joined(call))));
  }

  private static String joined(Call call) {
    if (call.count() == 1 && call.value(0) instanceof Value.Text(String octets)) {
      return octets;
    }
    List<Value> shown =
        call.arguments().stream()
            .map(value -> value instanceof Value.Nil ? Value.Text.octets(NO_VALUE) : value)
            .toList();
    Octets out = Octets.text(call.budget());
    new Printer(out).printAll(shown);
    return out.toText().octets();
  }

  private static Value html(Call call, String octets) {
    Octets out = Octets.text(call.budget());
    for (int index = 0; index < octets.length(); index++) {
      char octet = octets.charAt(index);
      switch (octet) {
        case '"' -> out.add("&#34;");
        case '\'' -> out.add("&#39;");
        case '&' -> out.add("&amp;");
        case '<' -> out.add("&lt;");
        case '>' -> out.add("&gt;");
        case 0 -> out.add(Utf8.encode(Utf8.BAD));
        default -> out.add(octet);
      }
    }
    return out.toText();
  }

  private static Value js(Call call, String octets) {
    Octets out = Octets.text(call.budget());
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      String escape = scripted(rune.code());
      if (escape != null) {
        out.add(escape);
      } else if (rune.width() == 1) {
        out.add(octets.charAt(index));
      } else {
        out.add(octets.substring(index, index + rune.width()));
      }
      index += rune.width();
    }
    return out.toText();
  }

  /** Null if it stays as it is. */
  private static @Nullable String scripted(int code) {
    return switch (code) {
      case '\\' -> "\\\\";
      case '\'' -> "\\'";
      case '"' -> "\\\"";
      case '<' -> "\\u003C";
      case '>' -> "\\u003E";
      case '&' -> "\\u0026";
      case '=' -> "\\u003D";
      default ->
          code < ' ' || (code >= ASCII_END && !Characters.isPrintable(code))
              ? code < ASCII_END
                  ? "\\u" + UPPER_HEX.toHexDigits((char) code)
                  : "\\u%04X".formatted(code)
              : null;
    };
  }

  private static Value urlQuery(Call call, String octets) {
    Octets out = Octets.text(call.budget());
    String digits = "0123456789ABCDEF";
    for (int index = 0; index < octets.length(); index++) {
      char octet = octets.charAt(index);
      if (octet == ' ') {
        out.add('+');
      } else if ((octet < 0x80 && Character.isLetterOrDigit(octet)) || "-_.~".indexOf(octet) >= 0) {
        out.add(octet);
      } else {
        out.add('%').add(digits.charAt(octet >> 4)).add(digits.charAt(octet & 15));
      }
    }
    return out.toText();
  }
}
