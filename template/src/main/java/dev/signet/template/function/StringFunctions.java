package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.format.Printer;
import dev.signet.template.format.Quote;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/** Strings by bytes: cutting, repeating, replacing, quoting. */
final class StringFunctions {
  private static final List<Type> TWO = List.of(STRING, STRING);

  private StringFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("repeat", List.of(INT, STRING), StringFunctions::repeat),
        Function.of("trunc", List.of(INT, STRING), StringFunctions::truncate),
        Function.of("replace", List.of(STRING, STRING, STRING), StringFunctions::replace),
        Function.of("trimPrefix", TWO, StringFunctions::trimPrefix),
        Function.of("trimSuffix", TWO, StringFunctions::trimSuffix),
        Function.of("contains", TWO, StringFunctions::contains),
        Function.of(
            "hasPrefix", TWO, call -> new Value.Bool(call.octets(1).startsWith(call.octets(0)))),
        Function.of(
            "hasSuffix", TWO, call -> new Value.Bool(call.octets(1).endsWith(call.octets(0)))),
        Function.of("quote", List.of(), ANY, StringFunctions::quote),
        Function.of("squote", List.of(), ANY, StringFunctions::quoteSingly),
        Function.of("indent", List.of(INT, STRING), call -> indent(call, "")),
        Function.of("nindent", List.of(INT, STRING), call -> indent(call, "\n")),
        Function.of("hello", List.of(), call -> Value.Text.octets("Hello!")),
        Function.of("plural", List.of(STRING, STRING, INT), StringFunctions::plural),
        Function.of("cat", List.of(), ANY, StringFunctions::concatenate),
        Function.of(
            "toString", List.of(ANY), call -> Value.Text.octets(call.printed(call.value(0)))));
  }

  private static Value repeat(Call call) {
    long count = call.integer(0);
    String octets = call.octets(1);
    if (count < 0) {
      throw new CallException("strings: negative Repeat count");
    }
    if (octets.isEmpty() || count == 0) {
      return Value.Text.EMPTY;
    }
    if (Math.multiplyHigh(count, octets.length()) != 0 || count * octets.length() < 0) {
      throw new CallException("strings: Repeat output length overflow");
    }
    call.budget().text(count * octets.length());
    return Value.Text.octets(octets.repeat((int) count));
  }

  /** The first bytes, or with a negative count the last ones. */
  private static Value truncate(Call call) {
    long count = call.integer(0);
    String octets = call.octets(1);
    int length = octets.length();
    if (count < 0 && length + count > 0) {
      return call.text(octets.substring((int) (length + count)));
    }
    return count >= 0 && length > count
        ? call.text(octets.substring(0, (int) count))
        : call.value(1);
  }

  private static Value replace(Call call) {
    String old = call.octets(0);
    String fresh = call.octets(1);
    String octets = call.octets(2);
    if (old.isEmpty()) {
      return CharacterFunctions.spread(call, octets, fresh);
    }
    Octets out = Octets.text(call.budget());
    Search search = Search.of(call.budget(), old, octets);
    int start = 0;
    for (int at = search.in(octets, 0); at >= 0; at = search.in(octets, start)) {
      out.add(octets.substring(start, at)).add(fresh);
      start = at + old.length();
    }
    return out.add(octets.substring(start)).toText();
  }

  private static Value plural(Call call) {
    return call.integer(2) == 1 ? call.value(0) : call.value(1);
  }

  /** Printed with spaces between, without nils. */
  private static Value concatenate(Call call) {
    Octets out = Octets.text(call.budget());
    var printer = new Printer(out);
    String between = "";
    for (Value value : call.arguments()) {
      if (!(value instanceof Value.Nil)) {
        out.add(between);
        printer.print(value);
        between = " ";
      }
    }
    return out.toText();
  }

  private static Value trimPrefix(Call call) {
    String octets = call.octets(1);
    return octets.startsWith(call.octets(0))
        ? call.text(octets.substring(call.octets(0).length()))
        : call.value(1);
  }

  private static Value trimSuffix(Call call) {
    String octets = call.octets(1);
    return octets.endsWith(call.octets(0))
        ? call.text(octets.substring(0, octets.length() - call.octets(0).length()))
        : call.value(1);
  }

  private static Value contains(Call call) {
    String wanted = call.octets(0);
    String octets = call.octets(1);
    return new Value.Bool(
        wanted.isEmpty() || Search.of(call.budget(), wanted, octets).in(octets, 0) >= 0);
  }

  private static Value quote(Call call) {
    Octets out = Octets.text(call.budget());
    String between = "";
    for (Value value : call.arguments()) {
      if (!(value instanceof Value.Nil)) {
        String octets = call.printed(value);
        call.budget().text(octets.length());
        out.add(between).add(Quote.string(octets));
        between = " ";
      }
    }
    return out.toText();
  }

  /** Nothing within is escaped. */
  private static Value quoteSingly(Call call) {
    Octets out = Octets.text(call.budget());
    var printer = new Printer(out);
    String between = "'";
    for (Value value : call.arguments()) {
      if (!(value instanceof Value.Nil)) {
        out.add(between);
        printer.print(value);
        out.add('\'');
        between = " '";
      }
    }
    return out.toText();
  }

  private static Value indent(Call call, String before) {
    long count = call.integer(0);
    if (count < 0) {
      throw new CallException("strings: negative Repeat count");
    }
    call.budget().text(count);
    String padding = " ".repeat((int) count);
    Octets out = Octets.text(call.budget()).add(before).add(padding);
    String octets = call.octets(1);
    int start = 0;
    for (int end = octets.indexOf('\n'); end >= 0; end = octets.indexOf('\n', start)) {
      out.add(octets.substring(start, end + 1)).add(padding);
      start = end + 1;
    }
    return out.add(octets.substring(start)).toText();
  }
}
