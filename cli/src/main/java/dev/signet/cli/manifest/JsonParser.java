package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Layout;
import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Quotes;
import dev.signet.cli.manifest.Syntax.Span;
import dev.signet.cli.manifest.TreeBuilder.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads one value of JSON, as strict as Go's encoding/json, and as kind about halves of characters.
 *
 * <p>It does not recurse: what is open lies on a stack of its own.
 */
final class JsonParser {
  private static final char END = '\0';

  private final String text;
  private final TreeBuilder builder;
  private final Deque<Kind> open = new ArrayDeque<>();
  private int at;
  private int line;
  private int lineStart;

  /** Whether nothing stands yet in what was opened last. */
  private boolean fresh;

  private JsonParser(String text, int firstLine) {
    this.text = text;
    this.builder = new TreeBuilder(firstLine, Entries.Repeats.ALL_COUNT);
  }

  /**
   * Reads a text that holds one value and blanks.
   *
   * @param firstLine its line in the input, from 1
   */
  static Parsed parse(String text, int firstLine) throws BrokenException {
    JsonParser parser = new JsonParser(text, firstLine);
    parser.blanks();
    parser.value();
    while (!parser.open.isEmpty()) {
      parser.step();
    }
    parser.blanks();
    if (parser.at < text.length()) {
      throw parser.broken("text behind the end of the JSON value");
    }
    return parser.builder.finish();
  }

  /** The next entry, item or end of what is open. */
  private void step() throws BrokenException {
    blanks();
    boolean map = open.getFirst() == Kind.MAP;
    if (peek() == (map ? '}' : ']')) {
      at++;
      open.pop();
      builder.end(at);
      fresh = false;
      return;
    }
    if (!fresh) {
      expect(',');
    }
    fresh = false;
    if (map) {
      blanks();
      if (peek() != '"') {
        throw broken("a key of JSON without quotes");
      }
      string();
      blanks();
      expect(':');
    }
    blanks();
    value();
  }

  private void value() throws BrokenException {
    switch (peek()) {
      case '{' -> begin(Kind.MAP);
      case '[' -> begin(Kind.ITEMS);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void begin(Kind kind) throws BrokenException {
    builder.begin(kind, spanFrom(at), "", Layout.FLOW);
    at++;
    open.push(kind);
    fresh = true;
  }

  private void word(String word) throws BrokenException {
    if (!text.startsWith(word, at)) {
      throw broken("no value of JSON");
    }
    at += word.length();
    leaf(at - word.length(), Quotes.PLAIN, word);
  }

  private void number() throws BrokenException {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
    leaf(start, Quotes.PLAIN, text.substring(start, at));
  }

  private void digits() throws BrokenException {
    if (peek() < '0' || peek() > '9') {
      throw broken("no value of JSON");
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private void string() throws BrokenException {
    int start = at;
    at++;
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = peek();
      if (c < ' ') {
        throw broken(
            at == text.length() ? "a quote that is never closed" : "a raw control character");
      }
      at++;
      string.append(c == '\\' ? escape() : c);
    }
    at++;
    leaf(start, Quotes.DOUBLE, Surrogates.mend(string.toString()));
  }

  private char escape() throws BrokenException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("an escape that JSON does not know");
    };
  }

  private char unicode() throws BrokenException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw broken("an escape without four hexadecimal digits");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private void leaf(int start, Quotes quotes, String value) throws BrokenException {
    builder.leaf(new Leaf(spanFrom(start), "", "", quotes, value));
  }

  private Span spanFrom(int start) {
    return new Span(start, at, line, start - lineStart);
  }

  private void expect(char c) throws BrokenException {
    if (peek() != c) {
      throw broken("no '%s' where one is needed".formatted(c));
    }
    at++;
  }

  private void blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      if (peek() == '\n' || (peek() == '\r' && !text.startsWith("\n", at + 1))) {
        line++;
        lineStart = at + 1;
      }
      at++;
    }
  }

  /** The character here; NUL, which JSON never has, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private BrokenException broken(String reason) {
    return new BrokenException(line, reason);
  }
}
