package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.MAP;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import java.util.List;
import java.util.TreeMap;

/** Making maps, reading and changing them. */
final class DictFunctions {
  private DictFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("dict", List.of(), ANY, DictFunctions::dict),
        Function.of("get", List.of(MAP, STRING), DictFunctions::get),
        Function.of("set", List.of(MAP, STRING, ANY), DictFunctions::set),
        Function.of("unset", List.of(MAP, STRING), DictFunctions::unset),
        Function.of(
            "hasKey",
            List.of(MAP, STRING),
            call -> new Value.Bool(call.dict(0).entries().containsKey(call.octets(1)))));
  }

  /** A key without a value gets an empty string. */
  private static Value dict(Call call) {
    call.budget().items(call.count());
    var entries = new TreeMap<String, Value>();
    for (int index = 0; index < call.count(); index += 2) {
      boolean hasValue = index + 1 < call.count();
      entries.put(
          call.printed(call.value(index)), hasValue ? call.value(index + 1) : Value.Text.EMPTY);
    }
    return Value.Dict.of(entries);
  }

  private static Value get(Call call) {
    return call.dict(0).entries().getOrDefault(call.octets(1), Value.Text.EMPTY);
  }

  private static Value set(Call call) {
    Value.Dict dict = call.dict(0);
    if (dict.isNil()) {
      throw new CallException("assignment to entry in nil map");
    }
    call.budget().items(1);
    dict.entries().put(call.octets(1), call.value(2));
    return dict;
  }

  private static Value unset(Call call) {
    call.dict(0).entries().remove(call.octets(1));
    return call.dict(0);
  }
}
