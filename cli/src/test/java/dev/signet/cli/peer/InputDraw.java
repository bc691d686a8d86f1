package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crypto.Bytes;
import java.util.function.Supplier;

/** Puts documents together to an input, and spoils some. */
final class InputDraw {
  private static final String SPOILS = "{}[]:,'\"#&*!|>%@`-?= \t\n\\0a<~";

  private final Draw draw;

  InputDraw(Draw draw) {
    this.draw = draw;
  }

  /** Some documents as they come over a pipe or lie in a file. */
  Bytes stream(Supplier<Tree> document) {
    int count = draw.of(1, 1, 1, 1, 1, 1, 1, 2, 3);
    boolean json = draw.oneIn(3);
    var text = new StringBuilder(draw.oneIn(json ? 20 : 4) ? separator() : "");
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(json && !draw.oneIn(4) ? draw.of("", "\n", "\n\n", "\n---\n") : separator());
      }
      boolean asJson = json != draw.oneIn(25);
      text.append(
          asJson ? JsonSketch.write(draw, document.get()) : YamlSketch.write(draw, document.get()));
    }
    text.append(draw.of("", "", "\n", "\n---\n", "\n...\n", "\n# end\n", "\n---\n---\n"));
    return encoded(draw.oneIn(8) ? spoilt(text.toString()) : text.toString());
  }

  /** One document alone. */
  Bytes single(Tree document) {
    boolean json = draw.oneIn(3);
    String text = json ? JsonSketch.write(draw, document) : YamlSketch.write(draw, document);
    return encoded(draw.oneIn(20) ? spoilt(text) : text);
  }

  private String separator() {
    return draw.of(
        "\n---\n",
        "\n---\n",
        "\n---\n",
        "\n---  \n",
        "\n--- # next\n",
        "\n---\n---\n",
        "\n---\n# nothing\n---\n",
        "\n...\n---\n",
        "\n--- |\n",
        "\n---\t\n");
  }

  private Bytes encoded(String text) {
    String lines =
        switch (draw.below(20)) {
          case 0 -> text.replace("\n", "\r\n");
          // The real program finds separators at line feeds only.
          case 1 -> text.contains("\n---") ? text : text.replace('\n', '\r');
          default -> text;
        };
    return switch (draw.below(60)) {
      case 0 -> Bytes.of(("\ufeff" + lines).getBytes(UTF_8));
      case 1 -> Bytes.of(("\ufeff" + lines).getBytes(UTF_16LE));
      case 2 -> Bytes.of(("\ufeff" + lines).getBytes(UTF_16BE));
      case 3 -> spoiltBytes(lines.getBytes(UTF_8));
      default -> Bytes.of(lines.getBytes(UTF_8));
    };
  }

  private Bytes spoiltBytes(byte[] bytes) {
    if (bytes.length > 0) {
      bytes[draw.below(bytes.length)] = draw.of(0, 0x80, 0xc3, 0xff, 0xed).byteValue();
    }
    return Bytes.of(bytes);
  }

  private String spoilt(String text) {
    String spoilt = text;
    for (int left = draw.of(1, 1, 2); left > 0; left--) {
      spoilt = spoiltOnce(spoilt);
    }
    return spoilt;
  }

  private String spoiltOnce(String text) {
    int at = draw.below(text.length() + 1);
    int line = text.lastIndexOf('\n', at) + 1;
    String head = text.substring(0, at);
    String tail = text.substring(at);
    return switch (draw.below(12)) {
      case 0 -> head;
      case 1 -> head + (tail.isEmpty() ? "" : tail.substring(1));
      case 2 -> text.substring(0, line) + draw.of(" ", "  ", "\t") + text.substring(line);
      case 3 -> text.substring(0, line) + text.substring(line).stripLeading();
      case 4 ->
          text.substring(0, line)
              + draw.of("--- x\n", "oops\n", "%YAML 1.1\n---\n", "...\n")
              + text.substring(line);
      case 5 -> text.substring(0, line) + "{{ if .x }}\n" + text.substring(line);
      case 6 -> draw.of("", "\n", "null", "[]", "{}", "text", "# only", "- a", "---", "\0", "{");
      case 7 -> head + head;
      default -> head + SPOILS.charAt(draw.below(SPOILS.length())) + tail;
    };
  }
}
