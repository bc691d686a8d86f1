package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.LIST;
import static dev.signet.template.value.Type.MAP;
import static dev.signet.template.value.Type.STRING;
import static dev.signet.template.value.Type.STRINGS;

import dev.signet.template.limit.Limit;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Making maps, reading and changing them. */
final class DictFunctions {
  private static final int FEWEST_TO_DIG = 3;

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
            call -> new Value.Bool(call.dict(0).entries().containsKey(call.octets(1)))),
        Function.of("keys", List.of(), MAP, DictFunctions::keys),
        Function.of("values", List.of(MAP), DictFunctions::values),
        Function.of("pick", List.of(MAP), STRING, DictFunctions::pick),
        Function.of("omit", List.of(MAP), STRING, DictFunctions::omit),
        Function.of("pluck", List.of(STRING), MAP, DictFunctions::pluck),
        Function.of("dig", List.of(), ANY, DictFunctions::dig));
  }

  /** A key without a value gets an empty string. */
  private static Value dict(Call call) {
    call.budget().items(call.count());
    var entries = new TreeMap<String, Value>();
    for (int index = 0; index < call.count(); index += 2) {
      boolean hasValue = index + 1 < call.count();
      String key = call.printed(call.value(index));
      call.budget().read(key.length());
      entries.put(key, hasValue ? call.value(index + 1) : Value.Text.EMPTY);
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
    call.budget().size(Limit.ITEMS, dict.entries().size());
    return dict;
  }

  private static Value unset(Call call) {
    call.dict(0).entries().remove(call.octets(1));
    return call.dict(0);
  }

  /** Of several maps in a row, those of each sorted. */
  private static Value keys(Call call) {
    List<Value> keys = new ArrayList<>();
    for (int index = 0; index < call.count(); index++) {
      call.budget().items(keys.size() + (long) call.dict(index).entries().size());
      call.dict(index).entries().keySet().forEach(key -> keys.add(Value.Text.octets(key)));
    }
    return Value.Items.of(STRINGS, keys);
  }

  /** In the order of their keys. */
  private static Value values(Call call) {
    var values = new Collected(call.budget());
    call.dict(0).entries().values().forEach(values::add);
    return values.toItems(LIST);
  }

  private static Value pick(Call call) {
    var entries = new TreeMap<String, Value>();
    for (int index = 1; index < call.count(); index++) {
      Value value = call.dict(0).entries().get(call.octets(index));
      if (value != null) {
        call.budget().items(1);
        entries.put(call.octets(index), value);
      }
    }
    return Value.Dict.of(entries);
  }

  private static Value omit(Call call) {
    call.budget().items(call.dict(0).entries().size());
    var entries = new TreeMap<>(call.dict(0).entries());
    for (int index = 1; index < call.count(); index++) {
      entries.remove(call.octets(index));
    }
    return Value.Dict.of(entries);
  }

  private static Value pluck(Call call) {
    var found = new Collected(call.budget());
    for (int index = 1; index < call.count(); index++) {
      call.budget().read(call.octets(0).length());
      Value value = call.dict(index).entries().get(call.octets(0));
      if (value != null) {
        found.add(value);
      }
    }
    return found.toItems(LIST);
  }

  /** Follows keys into maps; what is there in place of a map on the way is an error. */
  private static Value dig(Call call) {
    if (call.count() < FEWEST_TO_DIG) {
      throw new CallException("dig needs at least three arguments");
    }
    int last = call.count() - 1;
    Value value = map(call.value(last));
    List<String> keys =
        call.arguments().subList(0, last - 1).stream().map(DictFunctions::key).toList();
    for (String key : keys) {
      call.budget().step();
      call.budget().read(key.length());
      value = map(value).entries().get(key);
      if (value == null) {
        return call.value(last - 1);
      }
    }
    return value;
  }

  private static Value.Dict map(Value value) {
    if (value instanceof Value.Dict dict && dict.type() == MAP) {
      return dict;
    }
    throw converted(value, MAP.toString());
  }

  private static String key(Value value) {
    if (value instanceof Value.Text(String octets)) {
      return octets;
    }
    throw converted(value, STRING.toString());
  }

  private static CallException converted(Value value, String wanted) {
    String type = value instanceof Value.Nil ? "nil" : value.type().toString();
    return new CallException(
        "interface conversion: interface {} is %s, not %s".formatted(type, wanted));
  }
}
