package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Making lists, and making strings of lists. */
final class ListFunctions {
  private ListFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("list", List.of(), ANY, ListFunctions::list),
        Function.of("tuple", List.of(), ANY, ListFunctions::list),
        Function.of("until", List.of(INT), call -> count(call, call.integer(0))),
        Function.of("join", List.of(STRING, ANY), ListFunctions::join),
        Function.of("splitList", List.of(STRING, STRING), ListFunctions::split));
  }

  private static Value list(Call call) {
    call.budget().items(call.count());
    return Value.Items.of(Type.LIST, call.arguments());
  }

  private static Value count(Call call, long end) {
    call.budget().items(end == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(end));
    List<Value> numbers = new ArrayList<>();
    int step = end < 0 ? -1 : 1;
    for (long number = 0; number != end; number += step) {
      numbers.add(Value.Int.of(number));
    }
    return Value.Items.of(Type.INTS, numbers);
  }

  private static Value join(Call call) {
    List<Value> values =
        call.value(1) instanceof Value.Items items ? items.list() : List.of(call.value(1));
    Octets out = Octets.text(call.budget());
    String between = "";
    for (Value value : values) {
      if (value instanceof Value.Nil) {
        continue;
      }
      out.add(between).add(call.printed(value));
      between = call.octets(0);
    }
    return out.toText();
  }

  private static Value split(Call call) {
    String separator = call.octets(0);
    String octets = call.octets(1);
    call.budget().read(octets.length());
    List<Value> parts = new ArrayList<>();
    if (separator.isEmpty()) {
      return CharacterFunctions.characters(call, octets);
    }
    int start = 0;
    for (int at = octets.indexOf(separator); at >= 0; at = octets.indexOf(separator, start)) {
      parts.add(part(call, octets.substring(start, at)));
      start = at + separator.length();
    }
    parts.add(part(call, octets.substring(start)));
    return Value.Items.of(Type.STRINGS, parts);
  }

  private static Value part(Call call, String octets) {
    call.budget().items(1);
    return call.text(octets);
  }
}
