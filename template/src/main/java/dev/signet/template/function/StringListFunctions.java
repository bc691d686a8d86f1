package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** From strings to lists and maps of strings, and back. */
final class StringListFunctions {
  private static final int STEPS_OF_AN_ENTRY = 2;

  private StringListFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("join", List.of(STRING, ANY), StringListFunctions::join),
        Function.of(
            "splitList",
            List.of(STRING, STRING),
            call -> list(parts(call, call.octets(1), Long.MAX_VALUE))),
        Function.of(
            "split",
            List.of(STRING, STRING),
            call -> numbered(call, parts(call, call.octets(1), Long.MAX_VALUE))),
        Function.of("splitn", List.of(STRING, INT, STRING), StringListFunctions::splitAtMost),
        Function.of("toStrings", List.of(ANY), StringListFunctions::toStrings),
        Function.of("sortAlpha", List.of(ANY), StringListFunctions::sort));
  }

  private static Value list(List<Value> strings) {
    return Value.Items.of(Type.STRINGS, strings);
  }

  /** Each item as a string, without nils; a value that is no list as a list of one. */
  private static List<Value> strings(Call call, Value value) {
    List<Value> values = value instanceof Value.Items items ? items.list() : List.of(value);
    call.budget().items(values.size());
    List<Value> strings = new ArrayList<>();
    for (Value item : values) {
      if (!(item instanceof Value.Nil)) {
        strings.add(item instanceof Value.Text ? item : Value.Text.octets(call.printed(item)));
      }
    }
    return strings;
  }

  private static Value join(Call call) {
    Octets out = Octets.text(call.budget());
    String between = "";
    for (Value value : strings(call, call.value(1))) {
      out.add(between).add(call.printed(value));
      between = call.octets(0);
    }
    return out.toText();
  }

  /** A list of strings is itself. Nil gives an empty list. */
  private static Value toStrings(Call call) {
    return call.value(0).type() == Type.STRINGS
        ? call.value(0)
        : list(strings(call, call.value(0)));
  }

  /**
   * A list of strings is sorted in place, for all who have it. A value that is no list is taken as
   * its text, nil as its name.
   */
  private static Value sort(Call call) {
    if (!(call.value(0) instanceof Value.Items items)) {
      return list(List.of(Value.Text.octets(call.printed(call.value(0)))));
    }
    List<Value> sorted = Sorting.byText(call.budget(), strings(call, items));
    if (items.type() != Type.STRINGS) {
      return list(sorted);
    }
    for (int index = 0; index < sorted.size(); index++) {
      items.list().set(index, sorted.get(index));
    }
    return items;
  }

  private static Value splitAtMost(Call call) {
    long most = call.integer(1);
    if (most == 0) {
      return numbered(call, List.of());
    }
    return numbered(call, parts(call, call.octets(2), most < 0 ? Long.MAX_VALUE : most));
  }

  private static Value numbered(Call call, List<Value> parts) {
    var entries = new TreeMap<String, Value>();
    for (int index = 0; index < parts.size(); index++) {
      call.budget().steps(STEPS_OF_AN_ENTRY);
      entries.put("_" + index, parts.get(index));
    }
    return new Value.Dict(Type.TEXT_MAP, entries, false);
  }

  /** Parts between separators, the last of which is all of the rest. */
  private static List<Value> parts(Call call, String octets, long most) {
    String separator = call.octets(0);
    if (separator.isEmpty()) {
      return CharacterFunctions.characters(call, octets, most);
    }
    var parts = new ArrayList<Value>();
    Search search = Search.of(call.budget(), separator, octets);
    int start = 0;
    for (int at = search.in(octets, 0);
        at >= 0 && parts.size() < most - 1;
        at = search.in(octets, start)) {
      parts.add(part(call, octets.substring(start, at)));
      start = at + separator.length();
    }
    parts.add(part(call, octets.substring(start)));
    return parts;
  }

  private static Value part(Call call, String octets) {
    call.budget().items(1);
    return call.text(octets);
  }
}
