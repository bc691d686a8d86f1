package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.manifest.Document.Notation;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into the texts of its documents: at lines that begin with {@code ---}, and behind
 * each object of JSON. Keeps no more than the document at hand.
 */
final class Cutter {
  private static final byte[] SEPARATOR = "---".getBytes(UTF_8);
  private static final byte[] END = "...".getBytes(UTF_8);
  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  private final InputWindow in;

  /** One document. */
  sealed interface Piece {
    /** Its first line in the input, from 1. */
    int line();

    /** Where its text begins, in bytes behind a byte order mark. */
    int offset();

    String text();

    Parsed parse() throws BrokenException;

    default Notation notation() {
      return this instanceof Json ? Notation.JSON : Notation.YAML;
    }

    /** An object of JSON, read already. */
    record Json(int line, int offset, String text, Parsed parsed) implements Piece {
      @Override
      public Parsed parse() {
        return parsed;
      }
    }

    /** Anything else. */
    record Yaml(int line, int offset, String text) implements Piece {
      @Override
      public Parsed parse() throws BrokenException {
        return YamlParser.parse(text, line);
      }
    }

    /** What cannot even be looked at. */
    record Faulty(int line, int offset, String reason) implements Piece {
      @Override
      public String text() {
        return "";
      }

      @Override
      public Parsed parse() throws BrokenException {
        throw new BrokenException(0, reason);
      }
    }
  }

  Cutter(InputStream in) throws IOException {
    this.in = new InputWindow(in);
  }

  /** The next document that is not empty, or null at the end. */
  @Nullable Piece next() throws IOException {
    while (in.at(0) >= 0) {
      if (in.startsWith(0, MARK)) {
        in.skip(MARK.length);
      } else if (in.startsWith(0, SEPARATOR)) {
        if (!isEmpty(SEPARATOR.length)) {
          return unseparated();
        }
        in.skip(in.endOfLine(0));
      } else if (isEmpty(0) || in.at(0) == '%' || (in.startsWith(0, END) && isEmpty(END.length))) {
        in.skip(in.endOfLine(0));
      } else {
        return content();
      }
    }
    return null;
  }

  /** Whether there is nothing but a comment up to the end of the line. */
  private boolean isEmpty(int from) throws IOException {
    int c = in.at(firstNonBlank(from));
    return c < 0 || c == '\n' || c == '\r' || c == '#';
  }

  private int firstNonBlank(int from) throws IOException {
    int i = from;
    while (in.at(i) == ' ' || in.at(i) == '\t') {
      i++;
    }
    return i;
  }

  private Piece unseparated() throws IOException {
    Piece piece =
        new Piece.Faulty(
            in.line(), in.offset(), "text behind \"---\", where only a comment may stand");
    in.skip(untilSeparator());
    return piece;
  }

  private Piece content() throws IOException {
    int start = firstNonBlank(0);
    int end = in.at(start) == '{' ? jsonEnd(start) : 0;
    if (end > 0) {
      String text = Utf8.lenient(in.peek(start, end));
      try {
        Parsed parsed = JsonParser.parse(text, in.line());
        Piece piece = new Piece.Json(in.line(), in.offset() + start, text, parsed);
        in.skip(end);
        return piece;
      } catch (BrokenException e) {
        // What is no JSON may still be YAML in flow style: a comma too many, keys without quotes.
      }
    }
    return yaml(untilSeparator());
  }

  private Piece yaml(int end) throws IOException {
    int line = in.line();
    int offset = in.offset();
    byte[] text = in.peek(0, in.at(end) < 0 ? end : withoutDirectives(end));
    in.skip(end);
    try {
      return new Piece.Yaml(line, offset, Utf8.strict(text));
    } catch (BrokenException e) {
      return new Piece.Faulty(line + e.line(), offset, e.reason());
    }
  }

  /** Directives in front of a separator belong to what follows it. */
  private int withoutDirectives(int end) throws IOException {
    int body = 0;
    for (int i = 0; i < end; i = in.endOfLine(i)) {
      body = in.at(i) == '%' ? body : in.endOfLine(i);
    }
    return body;
  }

  /** The index behind the bracket that closes the one here, or 0 if that is no JSON. */
  private int jsonEnd(int start) throws IOException {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; in.at(i) >= 0; i++) {
      switch (in.at(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0;
        case '{', '[' -> depth += quoted ? 0 : 1;
        case '}', ']' -> depth -= quoted ? 0 : 1;
        case '\n', '\r' -> {
          if (quoted || in.startsWith(i + 1, SEPARATOR)) {
            return 0;
          }
        }
        default -> {}
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  private int untilSeparator() throws IOException {
    int i = in.endOfLine(0);
    while (in.at(i) >= 0
        && !in.startsWith(in.startsWith(i, MARK) ? i + MARK.length : i, SEPARATOR)) {
      i = in.endOfLine(i);
    }
    return i;
  }
}
