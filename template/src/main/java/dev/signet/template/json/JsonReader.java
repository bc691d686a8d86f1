package dev.signet.template.json;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.limit.Limit;
import dev.signet.template.value.GoNumbers;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value. Numbers become floats; one beyond their range becomes nil, and the reader says
 * so afterwards.
 */
public final class JsonReader {
  private final Budget budget;
  private final String text;
  private int position;
  private int depth;
  private boolean isOutOfRange;

  public JsonReader(Budget budget, String text) {
    this.budget = budget;
    this.text = text;
  }

  /** Reads all of the text. */
  public Value read() throws JsonException {
    skipSpaces();
    Value value = value();
    skipSpaces();
    if (position < text.length()) {
      throw invalid();
    }
    return value;
  }

  /** Whether a number was too large to be one. */
  public boolean isOutOfRange() {
    return isOutOfRange;
  }

  private Value value() throws JsonException {
    budget.step();
    return switch (peek()) {
      case '{', '[' -> nested();
      case '"' -> Value.Text.octets(string());
      case 't' -> word("true", new Value.Bool(true));
      case 'f' -> word("false", new Value.Bool(false));
      case 'n' -> word("null", Value.Nil.ELEMENT);
      default -> number();
    };
  }

  private record Attempt(@Nullable Value value, @Nullable JsonException failure) {}

  private Value nested() throws JsonException {
    budget.depth(++depth);
    Attempt attempt = depth == DeepStack.FROM ? DeepStack.call(budget, this::attempt) : attempt();
    depth--;
    if (attempt.value() == null) {
      throw attempt.failure() == null ? invalid() : attempt.failure();
    }
    return attempt.value();
  }

  /** The exception, if any, is handed over, as a stack of its own may lie between. */
  private Attempt attempt() {
    try {
      return new Attempt(peek() == '{' ? object() : array(), null);
    } catch (JsonException e) {
      return new Attempt(null, e);
    }
  }

  private Value object() throws JsonException {
    var entries = new TreeMap<String, Value>();
    position++;
    skipSpaces();
    if (accept('}')) {
      return Value.Dict.of(entries);
    }
    do {
      skipSpaces();
      String key = string();
      skipSpaces();
      expect(':');
      skipSpaces();
      budget.items(1);
      entries.put(key, value());
      budget.size(Limit.ITEMS, entries.size());
      skipSpaces();
    } while (accept(','));
    expect('}');
    return Value.Dict.of(entries);
  }

  private Value array() throws JsonException {
    List<Value> items = new ArrayList<>();
    position++;
    skipSpaces();
    if (accept(']')) {
      return Value.Items.of(Type.LIST, List.of());
    }
    do {
      skipSpaces();
      budget.items(1);
      items.add(value());
      budget.size(Limit.ITEMS, items.size());
      skipSpaces();
    } while (accept(','));
    expect(']');
    return Value.Items.of(Type.LIST, List.copyOf(items));
  }

  private Value word(String word, Value meaning) throws JsonException {
    if (!text.startsWith(word, position)) {
      throw invalid();
    }
    position += word.length();
    return meaning;
  }

  private Value number() throws JsonException {
    int start = position;
    accept('-');
    if (!accept('0')) {
      digits();
    }
    if (accept('.')) {
      digits();
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      digits();
    }
    OptionalDouble number = GoNumbers.real(text.substring(start, position));
    if (number.isEmpty()) {
      isOutOfRange = true;
      return Value.Nil.ELEMENT;
    }
    return new Value.Real(number.getAsDouble());
  }

  private void digits() throws JsonException {
    int start = position;
    while (peek() >= '0' && peek() <= '9') {
      position++;
    }
    if (position == start) {
      throw invalid();
    }
  }

  private String string() throws JsonException {
    expect('"');
    var strings = new JsonStrings(text, position);
    String read = strings.read();
    position = strings.position();
    budget.value(read.length());
    return read;
  }

  private int peek() {
    return position < text.length() ? text.charAt(position) : -1;
  }

  private boolean accept(char wanted) {
    boolean isThere = peek() == wanted;
    position += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char wanted) throws JsonException {
    if (!accept(wanted)) {
      throw invalid();
    }
  }

  private void skipSpaces() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      position++;
    }
  }

  static JsonException invalid() {
    return new JsonException("the text is not valid JSON");
  }
}
